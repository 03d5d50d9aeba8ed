/** What a person needs to know beside the commands, as the end of a manual page has it. */
export const manual = `
Files:
  .gitee-scout/config.yaml   what holds for everybody who works in a folder; see: gitee-scout schema config
  .gitee-scout/policy.yaml   which licenses a company lets in; see: gitee-scout schema policy
  .gitee-scout/findings/     saved projects, one Markdown file each; see: gitee-scout schema finding

Environment:
  GITEE_TOKEN                access token of Gitee, for a higher request limit; never needed
  GITEE_SCOUT_BASE_URL       root of the Gitee API, for a company's mirror or shared cache
  GITCODE_TOKEN, GITEE_SCOUT_ATOMGIT_URL
                             the same for GitCode (AtomGit)
  GITEE_SCOUT_ALLOW_HTTP     1 agrees to plain http where those addresses have it
  HTTPS_PROXY, NO_PROXY      proxies, as usual
  XDG_CACHE_HOME             where answers are kept, below gitee-scout/
  NO_COLOR                   no colors, also on a terminal
  GITEE_SCOUT_LIBRETRANSLATE_URL, GITEE_SCOUT_OPENAI_URL, GITEE_SCOUT_DEEPL_URL
                             translation engines; keys in the same names that end in _KEY
  GITEE_SCOUT_OPENAI_MODEL   which of its models translates
  GITEE_SCOUT_BERGAMOT_MODEL folder with a model for translation on this device

Exit codes:
  0  done
  1  something is against the policy (--fail-on)
  2  wrong usage or input; one line on stderr says what
  3  the network was needed and did not answer

Results go to stdout, everything else to stderr. scan, suggest, schema and license use no
network, nor does report but for --format evidence.`;

/** Examples at the end of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map(line => `  ${line}`).join('\n')}`;
}
