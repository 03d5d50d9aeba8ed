export type TokenProblem = 'empty' | 'address' | 'characters' | 'length';

/**
 * Reads what was pasted as a token. Gitee's personal tokens are 32 hexadecimal digits today; other installations may give
 * other ones, so only what cannot be a token is refused.
 */
export function readToken(
  text: string,
): { readonly kind: 'token'; readonly token: string } | { readonly kind: 'problem'; readonly problem: TokenProblem } {
  const token = text.trim().replace(/^(token|bearer)\s+/i, '');
  if (token === '') return { kind: 'problem', problem: 'empty' };
  if (/^https?:\/\//i.test(token)) return { kind: 'problem', problem: 'address' };
  // Also keeps line breaks out of the request's header.
  if (!/^[\w.~+/=-]+$/.test(token)) return { kind: 'problem', problem: 'characters' };
  if (token.length < 16 || token.length > 512) return { kind: 'problem', problem: 'length' };
  return { kind: 'token', token };
}
