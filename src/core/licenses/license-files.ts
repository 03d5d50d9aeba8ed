/** Names of files that say what a license allows, in English, German and Chinese, as real projects call them. */

const ofLicense =
  /^(?:licen[cs]es?|lizenz(?:en)?|copying|unlicen[cs]e|eula|terms(?:[-_ ](?:of|and)[-_ ]\w+)?|(?:additional|supplement(?:al|ary)?)[-_ ]terms|commercial|(?:开源|使用|授权|软件)*许可(?:证|协议)?|(?:开源|授权|使用|用户|补充|服务)协议|(?:版权|授权)(?:声明|说明)|商业授权|补充条款)(?:[-_. ].*)?$|^[\w.+ -]{1,30}[-_. ](?:licen[cs]e|eula|terms)(?:\.(?:md|txt|rst|html?))?$/i;

/** They travel with a work, and are full of other people's names: patents and rights that are granted besides, credits. */
const ofNotices = /^(?:notice|copyright|patents|legal)(?:\.(?:md|txt|rst))?$/i;

/** Program files and data are called so too. */
const program = /\.(?:[cm]?[jt]sx?|py|go|rs|java|sh|rb|php|json|toml|xml|ya?ml|css|svg|png)$/i;

/** `LICENSE.md`, `EULA.txt`, `使用协议.txt`: does a file of this name hold terms? A path counts by its last part. */
export function isLicenseFile(path: string): boolean {
  const name = path.replace(/^.*\//, '');
  return ofLicense.test(name) && !program.test(name);
}

/** `NOTICE`, `PATENTS`: a file that may hold terms, of which only those that limit count. */
export function isNoticeFile(name: string): boolean {
  return ofNotices.test(name);
}
