/** Whether a module is replaced with a folder. https://go.dev/ref/mod#go-mod-file-replace */
export function isPath(target: string): boolean {
  return (
    target.startsWith('./') || target.startsWith('../') || target.startsWith('/') || target === '.' || target === '..'
  );
}
