import { Command, CommanderError, Option } from 'commander';
import type { SiteHost } from '../core/gitee/index.ts';
import { createScout } from '../core/index.ts';
import type { RateLimit } from '../core/model.ts';
import type { Assets } from '../core/ports.ts';
import type { Context } from './context.ts';
import { CommandError, exitCodes, usageError } from './errors.ts';
import { type CommonOptions, createHost } from './host.ts';
import { examples, manual } from './manual.ts';
import { against, common, ownWork, situated, translating, wholeNumber, withoutJson } from './options.ts';
import type { Terminal } from './terminal.ts';

/** What the composition root knows. */
export interface Setup {
  readonly terminal: Terminal;
  readonly assets: Assets;
  readonly version: string;
}

/**
 * Runs one command line. Results go to stdout, everything else to stderr.
 *
 * @returns the exit code: 0 done, 1 against a policy, 2 usage or input error, 3 network needed and not available
 */
export async function run(argv: readonly string[], setup: Setup): Promise<number> {
  try {
    await createProgram(setup).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    // commander has already said what was wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    if (!(error instanceof CommandError)) throw error;
    setup.terminal.say(`gitee-scout: ${error.message}`);
    return error.exitCode;
  }
}

function createProgram(setup: Setup): Command {
  const { terminal, version } = setup;
  const program = new Command('gitee-scout')
    .description('Finds Chinese open source for the dependencies of a workspace, and says whether its licenses fit.')
    .version(version)
    .addHelpText('after', manual)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.write(text),
      writeErr: text => terminal.say(text.trimEnd()),
      outputError: (text, write) => write(`gitee-scout: ${inOneLine(text)} (--help tells more)`),
    });
  const add = (name: string, description: string): Command =>
    common(program.command(name).description(description).copyInheritedSettings(program));

  against(
    add('scan', 'Read the manifests below files and folders and list what the catalog has for each dependency')
      .argument('<path...>', 'files and folders')
      .addOption(
        new Option('--format <format>', 'form of the output').choices([
          'text',
          'json',
          'markdown',
          'html',
          'csv',
          'sarif',
          'cyclonedx',
        ]),
      )
      .option('--no-suggestions', 'only list the dependencies'),
  )
    .addHelpText(
      'after',
      examples(
        'gitee-scout scan .',
        'gitee-scout scan . --format sarif > gitee-scout.sarif',
        'gitee-scout scan . --fail-on denied',
      ),
    )
    .action((paths, options) =>
      within(setup, options, async context => (await import('./commands/scan.ts')).printScan(context, paths, options)),
    );

  against(
    ownWork(
      withoutJson(add('report', 'Write a report of a workspace and its findings: the same input gives the same bytes')),
      'with --format evidence: ',
    )
      .argument('[path...]', 'files and folders', ['.'])
      .addOption(new Option('--of <what>', 'what it is about').choices(['all', 'workspace', 'findings']).default('all'))
      .addOption(
        new Option('--format <format>', 'form of the report')
          .choices(['html', 'markdown', 'csv', 'sarif', 'cyclonedx', 'evidence'])
          .default('markdown'),
      )
      .option('--findings <folder...>', 'folders with findings (default: those of the configuration)')
      .option('--title <title>', 'title of the report')
      .option('--output <file>', 'write into this file instead of stdout'),
  )
    .addHelpText(
      'after',
      examples(
        'gitee-scout report --format html --output report.html',
        'gitee-scout report --of findings --findings ~/company/findings',
        'gitee-scout report --format evidence --outbound proprietary --output due-diligence.md',
      ),
    )
    .action((paths, options) => {
      if (options.json)
        throw usageError('report writes documents: take --format sarif or cyclonedx, which are JSON, or scan --json.');
      return within(setup, options, async context =>
        (await import('./commands/report.ts')).printReport(context, paths, options),
      );
    });

  add('suggest', 'Say what the catalog has for packages; nothing is sent anywhere')
    .argument('<purl...>', 'package URLs, such as pkg:npm/moment')
    .action((purls, options) =>
      within(setup, options, async context => (await import('./commands/look-up.ts')).printSuggestions(context, purls)),
    );

  add('search', 'Search the catalog and Gitee')
    .argument('<query...>', 'words in English, German, French or Chinese')
    .addOption(new Option('--limit <number>', 'most hits').default(20).argParser(wholeNumber(1, 100)))
    .option('--no-expand', 'do not search with Chinese terms as well')
    .action((words, options) =>
      within(setup, options, async context =>
        (await import('./commands/look-up.ts')).printSearch(context, words.join(' '), options),
      ),
    );

  ownWork(
    add('show', 'Show what is known of a project: facts, releases, license, README, each with source and age'),
    'with --evidence: ',
  )
    .argument('<owner/repository>', 'on Gitee, or the id of a project in the catalog')
    .addOption(new Option('--to <language>', 'language of the README').default('en'))
    .option('--evidence', 'print evidence for a due diligence file as Markdown; a few requests more')
    .action((reference, options) =>
      within(setup, options, async context =>
        options.evidence
          ? (await import('./commands/evidence.ts')).printEvidence(context, reference, options)
          : (await import('./commands/look-up.ts')).printProject(context, reference, options.to),
      ),
    );

  translating(add('readme', 'Print a README in your language: the project’s own version, else a translation'))
    .argument('<owner/repository>', 'on Gitee')
    .action((reference, options) =>
      within(setup, options, async context =>
        (await import('./commands/readme.ts')).printReadme(context, reference, options),
      ),
    );

  translating(add('translate', 'Translate a Markdown file and leave code, links and tables whole'))
    .argument('<file>', 'Markdown file')
    .addOption(new Option('--from <language>', 'language of the file').default('zh'))
    .action((file, options) =>
      within(setup, options, async context =>
        (await import('./commands/readme.ts')).printTranslation(context, file, options),
      ),
    );

  const memory = program
    .command('memory')
    .description('Share what was translated and corrected')
    .copyInheritedSettings(program);
  common(
    memory
      .command('export')
      .description('Print corrections, or everything that was translated, for others')
      .option('--all', 'also translations of engines')
      .copyInheritedSettings(program),
  ).action(options =>
    within(setup, options, async context => (await import('./commands/memory.ts')).exportMemory(context, options)),
  );
  common(
    memory
      .command('import')
      .description('Take over what others exported; of two corrections the later one stays')
      .copyInheritedSettings(program),
  )
    .argument('<file>', 'JSON file')
    .action((file, options) =>
      within(setup, options, async context => (await import('./commands/memory.ts')).importMemory(context, file)),
    );

  const license = program
    .command('license')
    .description('Identify license files, check whether licenses fit')
    .copyInheritedSettings(program);
  common(license.command('identify').description('Say which licenses files hold').copyInheritedSettings(program))
    .argument('<file...>', 'license files')
    .action((files, options) =>
      within(setup, options, async context => (await import('./commands/license.ts')).identifyFiles(context, files)),
    );
  situated(
    license
      .command('check')
      .description('Check whether a component’s license fits a work’s own license; no legal advice')
      .copyInheritedSettings(program)
      .requiredOption('--inbound <expression>', 'SPDX expression of the component'),
  ).action(options =>
    within(setup, options, async context => (await import('./commands/license.ts')).checkLicenses(context, options)),
  );
  situated(
    license
      .command('compare')
      .description('Compare the licenses of a component and of what could take its place; no legal advice')
      .copyInheritedSettings(program)
      .requiredOption('--candidate <expression>', 'SPDX expression of what could take the place')
      .requiredOption('--current <expression>', 'SPDX expression of the component that is used now'),
  ).action(options =>
    within(setup, options, async context => (await import('./commands/license.ts')).compareFor(context, options)),
  );

  add('schema', 'Print the JSON Schema of an output or of a file')
    .argument('[name]', 'which one; without it, their names are listed')
    .action((name, options) =>
      within(setup, options, async context => (await import('./commands/schema.ts')).printSchema(context, name)),
    );

  add('mcp', 'Serve assistants over the Model Context Protocol on stdin and stdout')
    .option('--findings <folder...>', 'folders with findings of a team, or your own, beside those of the configuration')
    .action(options =>
      within(setup, options, async context => (await import('./commands/mcp.ts')).serveMcp(context, version, options)),
    );
  return program;
}

/** `error: unknown command 'scna'`, with a guess in a line of its own, as the one line that a script can show. */
function inOneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ');
}

/** Gives a command its core and takes it back, however the command ends. */
async function within(setup: Setup, options: CommonOptions, work: (context: Context) => Promise<void>): Promise<void> {
  const rates = new Map<SiteHost, RateLimit>();
  const host = createHost(setup.terminal, options, setup.assets, (rate, site) => rates.set(site, rate));
  const scout = createScout(host);
  try {
    await work({ scout, host, terminal: setup.terminal, options, version: setup.version });
  } finally {
    await scout.dispose();
    await sayWhatIsLeft(setup.terminal, rates, options.verbose ?? false);
  }
}

/** Says how many requests are left, unasked only when they run short. */
async function sayWhatIsLeft(
  terminal: Terminal,
  rates: ReadonlyMap<SiteHost, RateLimit>,
  verbose: boolean,
): Promise<void> {
  const told = [...rates].filter(([, { limit, remaining }]) => verbose || remaining < limit / 4);
  if (told.length === 0) return;
  const { describeRateLimit } = await import('../core/gitee/index.ts');
  for (const [site, rate] of told)
    terminal.say(`${site === 'gitee' ? 'Gitee' : 'GitCode'}: ${describeRateLimit(rate)}`);
}
