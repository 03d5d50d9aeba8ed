import type { PackagePublisher, Sentence } from '../model.ts';
import { say } from './sentence.ts';

/** Who publishes a package, as far as it is known and no further. `name` is how the reader's language calls a publisher. */
export function publisherSentence(publisher: PackagePublisher, name: string = publisher.name): Sentence {
  switch (publisher.known) {
    case 'record':
      return say('Published by {0} (China).', name);
    case 'domain':
      return say('Its publisher holds the Chinese domain {0}.', name);
    case 'account':
      return publisher.gitee === null
        ? say('Published from the account {0} on AtomGit (GitCode).', name)
        : say('Published from the account {0} on Gitee.', name);
  }
}
