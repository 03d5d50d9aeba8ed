import { type Command, InvalidArgumentError, Option } from 'commander';

/** Of what is held against policies. */
export function against(command: Command): Command {
  return command
    .option(
      '--policy <file>',
      'license policy (default: each .gitee-scout/policy.yaml of the repository that lies above a manifest)',
    )
    .addOption(
      new Option(
        '--fail-on <decision>',
        'end with exit code 1 when the policy denies something in use, or asks for a review of it',
      ).choices(['review', 'denied']),
    );
}

/** Understood by every command. */
export function common(command: Command): Command {
  return command
    .option('--json', 'print JSON')
    .option('--offline', 'use no network')
    .option('--base-url <url>', 'root of the Gitee API (also GITEE_SCOUT_BASE_URL)')
    .option('--verbose', 'say on stderr what is done');
}

/** Takes `--json` only to say why it cannot be followed. */
export function withoutJson(command: Command): Command {
  command.options.find(({ long }) => long === '--json')?.hideHelp();
  return command;
}

/** Of what weighs licenses: the own work and how it uses a component. */
export function situated(command: Command): Command {
  return ownWork(common(command), '', true).option('--modified', 'the component is changed', false);
}

/** How a work uses a component and is given out; `when` stands before what is said of each option. */
export function ownWork(command: Command, when: string, required = false): Command {
  const outbound = new Option('--outbound <expression>', `${when}SPDX expression of your work, or "proprietary"`);
  return command
    .addOption(outbound.makeOptionMandatory(required))
    .addOption(
      new Option('--use <use>', `${when}how the component is used`)
        .choices(['tool', 'separate', 'linked', 'copied'])
        .default('linked'),
    )
    .addOption(
      new Option('--distribution <distribution>', `${when}how your work is given out`)
        .choices(['internal', 'network', 'shipped'])
        .default('shipped'),
    );
}

/** Of what translates. */
export function translating(command: Command): Command {
  return command
    .addOption(new Option('--to <language>', 'language to read').default('en'))
    .addOption(
      new Option('--engine <engine>', 'translation engine').choices(['bergamot', 'libretranslate', 'openai', 'deepl']),
    )
    .option('--code-comments', 'also translate comments in code blocks')
    .option('--glossary <file>', 'YAML file with words that are always rendered your way')
    .option('--corrections <file>', 'JSON file with corrections of your team, such as .gitee-scout/translations.json');
}

/** Reads a whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return text => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };
}
