import { listed, pluralEn } from '../../report/language.ts';
import { storedEn } from './stored-en.ts';
import { studioEn } from './studio-en.ts';

const hint = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;

/** Everything the command line says by itself, in English. */
export const en = {
  about: 'a workbench for the politics inside organisations',
  overview: {
    command: 'Command',
    does: 'What it does',
    begin: 'To begin with',
    help: '"plenum <command> --help" explains a command and gives examples. --lang ru speaks Russian; --json and --csv write for other programs.',
  },
  commands: {
    list: {
      brief: 'Lists the episodes: those that come along, or those in a folder',
      full: 'Lists episodes with their days, people and recorded acts, and the questions that can be asked.',
    },
    new: {
      brief: 'Writes a small commented episode to start from',
      full: 'Writes a new folder with an episode that checks clean and runs. With --from, its people, positions and ties are read from a spreadsheet saved as CSV.',
    },
    check: {
      brief: 'Says everything that is wrong or doubtful in an episode',
      full: 'Reads an episode and reports every problem at once: file, line and column, what, the rule, the next step. Warnings do not count as failure.',
    },
    replay: {
      brief: 'Walks through what happened, act by act, and how likely the model thought it',
      full: 'Replays the record. Each act is shown with the probability that the model gave it at that moment, the likeliest alternatives, and the surprise so far in bits. With --at, shows the state on that day instead.',
    },
    run: {
      brief: 'Runs the episode many times and counts what comes out',
      full: 'Runs the episode from its first day without looking at the record, and lays history beside the outcomes. With --only, tells one run act by act.',
    },
    ask: {
      brief: 'Answers a "what if": the same runs with and without a change',
      full: 'Runs twins: the same luck with and without the change. Without a question, lists those that the episode asks. A change of your own: --force, --forbid, --set, --add, --remove.',
    },
    answers: {
      brief: 'Answers all the questions of an episode in one document',
      full: 'Asks every question that the episode asks, each from where it says (free, or from history), and writes one Markdown document with intervals, seeds, version and the commands that give each answer again. The same command gives the same bytes: "plenum answers choir > answers.md".',
    },
    runs: {
      brief: 'Lists the runs kept in a folder: finished, failed, missing',
      full: 'Looks into a folder that "run" or "ask" filled with --out: which runs are finished, which failed and how, which are missing or damaged, and the command that does the rest.',
    },
    export: {
      brief: 'Writes the runs kept in a folder for R, Python and other programs',
      full: 'Writes one row for each run (with a question, for each pair) as Parquet, CSV or Arrow, and beside it a data dictionary, the failed runs and a README.',
    },
    why: {
      brief: 'Explains one choice: the options, the reasons, the weights',
      full: 'Explains a choice of the record (--act) or of a run (--run and --step; "plenum run <episode> --only N" numbers the steps). With a question, or a change of your own, and --run: where that pair of twins parts and through whom, as both worlds saw it; with --step and --world any choice of one of them.',
    },
    votes: {
      brief: 'Says whose vote decided, and who could have outvoted whom on a day',
      full: 'Of every vote of the record, or of a run (--run), of which more than the result is known: whose vote was pivotal, and how far each is responsible (Chockler & Halpern). With --at, who stood nearer to what on that day, and whether that would have carried.',
    },
    'hangs-on': {
      brief: 'Says which assumptions an answer hangs on, and how much is luck',
      full: 'Draws everything uncertain anew in each of N × (factors + 2) runs and takes the variance of the answer apart (Sobol indices): how much is luck, how much each group of coded values, how much the weights. Of a question, the answer is how much its change moves the outcome; without one, the outcome of free runs.',
    },
    'until-when': {
      brief: 'Says until which day a change would still have mattered',
      full: 'Makes the change of a question on several days, evenly spread over the episode, each with the same luck, and says until when its effect reaches a level (--level; by default 5 of 100 runs, or one unit of a number).',
    },
    studio: {
      brief: 'Opens the studio: a page on this machine to look, change and ask',
      full: 'Serves the studio to the browser on this machine, with the bundled episodes and those in the folders named (by default those in the current folder). The page runs the engine and saves into the files of the episode. Nobody else can reach it. Ctrl-C ends it.',
    },
    publish: {
      brief: 'Writes an episode as a page that opens from a disk and runs by itself',
      full: 'Writes a folder with index.html, the same page as a single file to pass on, the files of the episode, its citation and its licence. The page needs no network and no program but a browser. With --page it opens with an article composed on the Page screen of the studio. Of long quotations only the first words are published, unless the source says in "rights" that it is in the public domain.',
    },
    'how-sure': {
      brief: 'Says what the record tells about hidden traits, positions and ties',
      full: 'Infers all uncertain values together from the acts of the record, up to a day (--until) or all of it, by sequential Monte Carlo, and sets each beside what was coded: quantiles, and how far the record narrows it (contraction) or moves it. Says "cannot tell" if the particles are worth too few independent draws.',
    },
    migrate: {
      brief: 'Brings an episode to the newest format',
      full: 'Changes the files of an episode that was written for an older version of the format; comments stay. With --dry, only says what it would do.',
    },
  },
  examples: 'Examples:',
  help: {
    flagsIn: '[flags]',
    examples: 'Examples',
    exits: 'Exit codes',
    exitCodes:
      '0 done\n1 a problem of yours: a mistake in the files, a run that failed\n2 a command that cannot be understood\n3 a bug in plenum',
  },
  flags: {
    dry: 'Change nothing, only say what would be done',
    json: 'Write JSON instead of text',
    csv: 'Write CSV instead of text',
    lang: 'Language: en or ru (by default that of the system)',
    runs: 'How many runs',
    points: 'Base points, a power of two: N × (factors + 2) runs',
    by: 'What counts as one assumption: all values of a person, of a kind, from a source, or each claim',
    shapley: 'Give Shapley effects as well (by themselves where inputs seem to depend on each other)',
    orders: 'For Shapley effects: in how many random orders the factors are learned',
    days: 'On how many days to try the change',
    level: 'How large an effect counts: a share of the runs (0.05), or units of the outcome',
    outcome: 'Outcome to analyse (by default the first that the question names)',
    seed: 'Seed of the luck: the same seed, the same runs',
    workers: 'Worker threads (by default one per core); the result does not depend on it',
    progress: 'Report progress to stderr, a line every ten seconds, even where there is no terminal',
    at: 'Show the state on that day (YYYY-MM-DD, in the calendar of the episode)',
    act: 'Only this act of the record, by its id',
    only: 'Tell run number N act by act instead',
    force: 'Force an act: "kamenev exit 1917-11-04", "cc call-congress in=congress 1917-11-05"',
    forbid: 'Forbid acts: "ultimatum", "kamenev resign in=cc", with a date or from/until',
    set: 'Change a value: trait.kamenev.attachment=0.2, line.cc.government=60@1917-11-02',
    add: 'Add a seat, an office or an event: "term kamenev sovnarkom", "event 1917-11-02 kerensky=+0.3"',
    remove:
      'Take away an event, a meeting, a seat or an office: "event pulkovo", "term zinoviev.cc@1917-11-01"',
    fromHistory: 'Start from history: everything up to --until is as it was, luck included',
    until: 'Last day given of history (YYYY-MM-DD, in the calendar of the episode)',
    particles:
      'How many particles stand for the luck consistent with history (64); the answer says what they are worth',
    free: 'Ask a question that starts from history of free runs instead',
    votesAt: 'Who could have outvoted whom on that day (YYYY-MM-DD, in the calendar of the episode)',
    votesRun: 'Votes of this run instead of those of the record',
    whyAct: 'Id of an act of the record',
    whyRun: 'Number of a run',
    whyStep: 'Number of the choice in that run',
    whyWorld: 'Of a pair of twins: the world without or with the change (with)',
    from: 'CSV files to fill the episode from: people, positions, ties (in any order, told apart by their columns)',
    dir: 'Folder in which to put the new episode',
  },
  args: {
    episode: 'id of a bundled episode, or a folder',
    folder: 'folder that holds episodes',
    question: 'id of a question of the episode',
    id: 'id of the new episode',
    csv: 'CSV file',
  },
  placeholders: {
    episode: 'episode',
    folder: 'folder',
    question: 'question',
    outcome: 'outcome',
    id: 'id',
    csv: 'file',
    date: 'date',
    act: 'act',
    change: 'change',
    number: 'n',
  },
  unknownEpisode: (name: string, suggestion: string | undefined, known: readonly string[]) =>
    `There is no episode "${name}": neither a folder with .yaml files nor a bundled episode (${listed(known, 'en')}).${hint(suggestion)}`,
  unknownQuestion: (name: string, suggestion: string | undefined, episode: string) =>
    `The episode asks no question "${name}".${hint(suggestion)} "plenum ask ${episode}" lists them.`,
  unknownOutcome: (name: string, suggestion: string | undefined, known: readonly string[]) =>
    `The episode has no outcome "${name}".${hint(suggestion)} It has ${listed(known, 'en')}.`,
  notPositive: (text: string) => `"${text}" is not a number above zero`,
  undated: (question: string) =>
    `The change of "${question}" has no day that could be moved: it changes a rule, or keeps something from happening.`,
  notPowerOfTwo: (text: string) => `"${text}" is not a power of two from 2 to 65,536, such as 64 or 1024`,
  unknownAct: (name: string, suggestion: string | undefined, episode: string) =>
    `The record has no act "${name}".${hint(suggestion)} "plenum replay ${episode}" shows the ids.`,
  hasErrors: (name: string, errors: number) =>
    `The episode has ${errors} ${pluralEn(errors, 'error')}. "plenum check ${name}" lists them all.`,
  noFolder: (folder: string) => `There is no folder "${folder}".`,
  noEpisodes: (folder: string) =>
    `"${folder}" holds no episode: an episode is a folder with .yaml files. "plenum new <id>" writes one.`,
  badDate: (text: string) =>
    `"${text}" is not a day that can be understood. Write it as YYYY-MM-DD, such as 1917-11-04.`,
  dateOutside: (text: string, from: string, to: string) =>
    `${text} lies outside the episode, which goes from ${from} to ${to}.`,
  dateEcho: (both: string) => `Understood as ${both}.`,
  badForce: (text: string) =>
    `"${text}" cannot be understood. Write who, what and when, such as "kamenev exit 1917-11-04"; more with in=, to=, issue=, value=, office=, option=.`,
  badForbid: (text: string) =>
    `"${text}" cannot be understood. Write what, or who and what, such as "ultimatum" or "kamenev resign in=cc 1917-11-04".`,
  badSet: (text: string) =>
    `"${text}" cannot be understood. Write kind.name=value, such as trait.kamenev.attachment=0.2 or line.cc.government=60@1917-11-02.`,
  badChange: (text: string, trouble: string) => `${text}: ${trouble}`,
  untilWithoutFrom: '--until says up to which day history is given; write --from history with it.',
  fromWithoutUntil: '--from history needs --until YYYY-MM-DD: the last day on which everything is as it was.',
  pastNotKept:
    'Runs from history are kept in memory only: leave out --out, --resume and --preflight, or ask free runs (--free, or without --from history).',
  onlyFree: '--only tells a free run; it cannot be combined with --from history.',
  particlesWithoutPast:
    '--particles belongs to questions from history; write --from history and --until with it.',
  freeOrFrom: 'Choose one of --free and --from history.',
  noRecord:
    'The episode has no record, so there is no history to start from. Code acts under "record" first.',
  whyWhich:
    'Say which choice: --act <id> for an act of the record, --run N --step K for a run; or a question and --run N for a pair of twins.',
  worldOfQuestion: '--world belongs to a pair of twins: name the question, or a change, as well.',
  allRefused: (runs: number) =>
    `The rules forbid what is forced in every one of ${runs} ${pluralEn(runs, 'run')}, so there is no answer:`,
  badAdd: (text: string) =>
    `"${text}" cannot be understood. Write "term <person> <body or office>" (role=candidate, @date), "event <date> <pressure>=+0.3", or "meeting <body> <date> <issue>".`,
  badRemove: (text: string) =>
    `"${text}" cannot be understood. Write "event <id>", "meeting <id>", or "term <person>.<body or office>" (with @date from a day on).`,
  noStep: (run: number, step: number, last: number) =>
    `Run ${run} has ${last} choices; there is no step ${step}.`,
  stepFromOne: 'Steps count from 1.',
  fileExists: (path: string) =>
    `"${path}" is there already; choose another id, or another folder with --dir.`,
  csvOnlyWithFrom: (file: string) => `"${file}" is one file too many: CSV files follow --from.`,
  noFile: (path: string) => `There is no file "${path}".`,
  badId: (id: string) =>
    `"${id}" cannot be an id: lower-case letters, digits and hyphens, beginning with a letter.`,
  jsonOrCsv: 'Choose one of --json and --csv.',
  notWhole: (text: string, low: number, high: number) =>
    `"${text}" is not a whole number from ${low} to ${high}`,
  cancelled: 'Cancelled. Nothing was kept; the same command starts again from the beginning.',
  stored: storedEn,
  studio: studioEn,
  seeHelp: '"plenum <command> --help" shows what there is.',
  bug: (detail: string) =>
    `This is a bug in plenum, not in your files. Please report it with the command and these lines:\n${detail}`,
  progress: {
    running: (done: number, total: number) =>
      `${done.toLocaleString('en')} of ${total.toLocaleString('en')} runs`,
    inferring: (share: number) => `inferring the luck of history: ${Math.round(100 * share)} %`,
    left: (seconds: number) =>
      seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`,
  },
  stricli: {
    usage: 'USAGE',
    aliases: 'ALIASES',
    commands: 'COMMANDS',
    flags: 'FLAGS',
    arguments: 'ARGUMENTS',
    default: 'default =',
    separator: 'separator =',
    help: 'Print this help',
    helpAll: 'Print this help with hidden flags',
    version: 'Print the version',
    escape: 'Everything after this is an argument',
    unknownCommand: (input: string) => `There is no command "${input}".`,
    didYouMean: (corrections: readonly string[]) =>
      ` Did you mean ${corrections.map((c) => `"${c.replaceAll('`', '')}"`).join(' or ')}?`,
    unknownFlag: (input: string) => `There is no flag --${input}.`,
    unknownAlias: (input: string) => `There is no flag -${input}.`,
    notParsed: (flag: string, trouble: string) => `--${flag}: ${trouble}.`,
    notOneOf: (flag: string, input: string, values: readonly string[]) =>
      `--${flag}: "${input}" is none of ${values.join(', ')}.`,
    flagNeedsValue: (flag: string) => `--${flag} needs a value.`,
    tooMany: (input: string) => `"${input}" is one argument too many.`,
    missing: (placeholder: string) => `<${placeholder}> is missing.`,
    negated: (flag: string) => `--${flag} takes no value.`,
    twice: (flag: string) => `--${flag} is given twice.`,
  },
};

type Widen<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** The shape of the texts in every language. */
export type Texts = Widen<typeof en>;
