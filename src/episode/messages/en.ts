import type { MessageTable, Param, Params } from '../problems.ts';
import { has, quote, show } from './text.ts';

const didYouMean = (suggestion: Param): string =>
  has(suggestion) ? `Did you mean ${quote(suggestion)}?` : '';

const things: Readonly<Record<string, string>> = {
  person: 'person',
  body: 'body',
  office: 'office',
  issue: 'issue',
  organisation: 'organisation',
  resource: 'resource',
  branch: 'branch',
  pressure: 'pressure',
  act: 'act of the record',
  source: 'work in sources.json',
  outcome: 'outcome',
  question: 'question',
  event: 'event',
  meeting: 'meeting',
  term: 'term',
  place: 'place',
  coder: 'coder',
  actor: 'person, body or branch',
  holder: 'person, body or office',
  addressee: 'person, body or branch',
  believed: 'person or body',
  'person-or-office': 'person or office',
  'binding-body': 'body',
};
const thing = (param: Param): string => things[show(param)] ?? show(param);

const forms: Readonly<Record<string, string>> = {
  point: 'a whole number from 0 to 100',
  time: 'a time such as 20:30',
  'same-as': 'scheme and value, such as wikidata:Q42',
};

const sourceTroubles = (p: Params): string => {
  if (p.detail === 'not-a-list') return 'the file is not a list';
  return p.detail === 'no-id' ? 'an item has no "id"' : `the item ${quote(p.id)} has no "type"`;
};

export const en: MessageTable = {
  'no-files': () => ({
    what: 'no episode file was found',
    rule: 'An episode is a folder with one or more .yaml files',
    next: 'Check the folder, or begin one with "plenum new"',
  }),
  'file-too-large': (p) => ({
    what: `the file has ${show(p.megabytes)} MB`,
    rule: `A file of an episode may have ${show(p.limit)} MB`,
    next: 'Spread it over several files of the folder, and keep texts and scans out of YAML',
  }),
  'not-utf8': (p) => ({
    what: has(p.found) ? `the file is in ${show(p.found)}` : `the bytes at this place are not UTF-8`,
    rule: 'Files of an episode are UTF-8',
    next: 'Save it as UTF-8 in your editor; nothing else need change',
  }),
  'control-character': (p) => ({
    what: `there is an invisible control character (code ${show(p.charCode)})`,
    rule: 'Only text, spaces and line ends may occur',
    next: 'Delete it, or save the file as UTF-8 if it came from another program',
  }),
  'yaml-syntax': (p) => ({
    what: `this is not readable as YAML (${show(p.detail)})`,
    rule: 'Everything below a key is indented by the same number of spaces; text with ": " or " #" stands in quotes',
    next: 'Look at this line and the one above it',
  }),
  'tab-indent': () => ({
    what: 'a tab stands in the indentation',
    rule: 'YAML is indented with spaces',
    next: 'Replace the tab by two spaces',
  }),
  'too-deep': (p) => ({
    what: 'the values are nested too deeply',
    rule: `At most ${show(p.limit)} levels are read`,
    next: 'Look for a bracket or a dash too many',
  }),
  'too-many-aliases': (p) => ({
    what: 'the aliases (*name) expand to too much',
    rule: `At most ${show(p.limit)} values may come from aliases`,
    next: 'Write the values out',
  }),
  'unknown-anchor': (p) => ({
    what: `the alias *${show(p.name)} has no anchor &${show(p.name)} before it`,
    rule: 'An alias repeats an earlier value of the same file',
    next: 'If a text begins with *, put it in quotes',
  }),
  'tag-refused': (p) => ({
    what: `the tag ${quote(p.tag)} is refused`,
    rule: 'An episode is plain data: maps, lists, text, numbers',
    next: 'Delete the tag; if a text begins with !, put it in quotes',
  }),
  'key-not-text': () => ({
    what: 'a key is a list or a map',
    rule: 'Keys are words',
    next: 'Look for a stray "?" or bracket',
  }),
  'reserved-key': (p) => ({
    what: `${quote(p.key)} cannot be a key`,
    rule: 'This word has a meaning of its own in JavaScript',
    next: 'Choose another id',
  }),
  'duplicate-key': (p) => ({
    what: `${quote(p.key)} stands here a second time; the first is on line ${show(p.line)}`,
    rule: 'A key stands once',
    next: 'Merge the two, or rename one',
  }),
  'duplicate-entry': (p) => ({
    what: `${quote(p.key)} is already in ${show(p.file)}, line ${show(p.line)}`,
    rule: 'Files of one folder are merged, and each entry stands in one of them',
    next: 'Delete one of the two',
  }),
  'root-not-map': () => ({
    what: 'the file does not begin with a key',
    rule: 'At the top stand keys such as people:, bodies:, record:',
    next: 'See docs/episode-format.md',
  }),
  'format-missing': () => ({
    what: 'no file says which version of the format it has',
    rule: 'One file of the folder has the line "plenum: 1"',
    next: 'Add it at the top of episode.yaml',
  }),
  'format-older': (p) => ({
    what: `the file is in format ${show(p.found)}`,
    rule: `This version of Plenum reads format ${show(p.current)}`,
    next: 'Run "plenum migrate" on the folder; comments are kept',
  }),
  'format-newer': (p) => ({
    what: `the file is in format ${show(p.found)}`,
    rule: `This version of Plenum reads formats up to ${show(p.current)}`,
    next: 'Install a newer Plenum',
  }),
  'sources-shape': (p) => ({
    what: sourceTroubles(p),
    rule: 'sources.json is a list of CSL-JSON items, each with a text "id" and a "type"',
    next: 'Export it as CSL-JSON from Zotero or another program, or correct it by hand',
  }),
  'missing-key': (p) => ({
    what: `${quote(p.key)} is missing`,
    rule: 'It is required here',
    next: `Add "${show(p.key)}:"`,
  }),
  'unknown-key': (p) => ({
    what: `there is no key ${quote(p.key)} here`,
    next: didYouMean(p.suggestion) || 'Delete it, or see docs/episode-format.md for the keys there are',
  }),
  'wrong-type': (p) => ({
    what: `this is ${show(p.got)}`,
    rule: `Expected: ${show(p.expected)}`,
    next: has(p.hint) ? show(p.hint) : '',
  }),
  'number-as-text': (p) => ({
    what: `${quote(p.value)} is a text`,
    rule: 'Expected: a number',
    next: 'Delete the quotes',
  }),
  'not-one-of': (p) => ({
    what: `${quote(p.value)} is not among the choices`,
    rule: `Choices: ${show(p.choices)}`,
    next: didYouMean(p.suggestion),
  }),
  'too-small': (p) => ({
    what: `${show(p.value)} is too small`,
    rule: `It must be ${p.inclusive === 'yes' ? 'at least' : 'more than'} ${show(p.limit)}`,
  }),
  'too-big': (p) => ({
    what: `${show(p.value)} is too big`,
    rule: `It must be ${p.inclusive === 'yes' ? 'at most' : 'less than'} ${show(p.limit)}`,
  }),
  'too-short': (p) => ({
    what: p.of === 'text' ? 'the text is too short' : 'too few entries',
    rule: `At least ${show(p.limit)} ${p.of === 'text' ? 'characters' : 'entries'}`,
  }),
  'too-long': (p) => ({
    what: p.of === 'text' ? 'the text is too long' : 'too many entries',
    rule: `At most ${show(p.limit)} ${p.of === 'text' ? 'characters' : 'entries'}`,
    next: p.of === 'text' ? 'Shorten it; long remarks go into a note' : '',
  }),
  'bad-slug': (p) => ({
    what: `${quote(p.value)} cannot be an id`,
    rule: 'An id has lower-case Latin letters, digits and single hyphens, and begins with a letter',
    next: has(p.suggestion) ? `For example ${quote(p.suggestion)}` : '',
  }),
  'bad-format': (p) => ({
    what: `${quote(p.value)} does not have the right form`,
    rule: `Expected: ${forms[show(p.form)] ?? show(p.pattern)}`,
  }),
  'no-variant': (p) => ({
    what: has(p.given)
      ? `the keys here (${show(p.given)}) fit none of the forms there are`
      : 'none of the forms fits',
    rule: `One of these is needed: ${show(p.expected)}`,
    next: didYouMean(p.suggestion),
  }),
  'bad-quantity': (p) => ({
    what: `${quote(p.value)} is not readable as a number`,
    rule: 'Forms: 60, "40..80", "60 ± 10", {mean: 60, sd: 10}, {triangular: [40, 60, 90]}',
    next: 'Write it in one of them',
  }),
  'quantity-order': (p) => ({
    what: `${show(p.value)} is not in ascending order`,
    rule: 'A range goes from the lower to the higher number',
    next: 'Turn the numbers round',
  }),
  'probabilities-sum': (p) => ({
    what: `the probabilities add up to ${show(p.sum)}`,
    rule: 'They are not negative and add up to 1',
    next: 'Correct them',
  }),
  'date-unreadable': (p) => ({
    what: `${quote(p.value)} is not readable as a date`,
    rule: 'Dates are EDTF: 1917-11-04, 1917-11, 1917-11~, 1917-11-04/1917-11-06, or {after: act, days: 20, give: 3}',
    next: 'Write the words of the source in asWritten and the date as above',
  }),
  'date-impossible': (p) => ({
    what: `${quote(p.value)} does not exist in the ${show(p.calendar)} calendar`,
    rule: 'The month and the day must exist',
    next: 'Correct it, or say calendar: julian or gregorian',
  }),
  'date-backwards': (p) => ({
    what: `${quote(p.value)} ends before it begins`,
    rule: 'An interval goes from the earlier to the later date',
    next: 'Turn the two round',
  }),
  'date-season': (p) => ({
    what: `${quote(p.value)} has a season in an interval`,
    rule: 'Seasons stand alone',
    next: 'Use months instead',
  }),
  'date-cycle': (p) => ({
    what: `the date of this act is counted, in the end, from itself (${show(p.chain)})`,
    rule: 'Relative dates must lead to an act with a date of its own',
    next: 'Give one of them a date',
  }),
  'date-unknown-act': (p) => ({
    what: `the date is counted from ${quote(p.id)}, and no act of the record has that id`,
    rule: 'after and before name an act',
    next: didYouMean(p.suggestion),
  }),
  'starts-after-ends': () => ({
    what: 'the episode ends before it starts',
    rule: 'episode.starts comes before episode.ends',
    next: 'Correct one of the two',
  }),
  'term-place': () => ({
    what: 'a term has exactly one of body and office',
    rule: 'A seat and a post are two terms',
    next: 'Write two terms, or delete one of the keys',
  }),
  'bad-set': (p) => ({
    what: `${quote(p.value)} does not name something that can be set`,
    rule: `Form: ${show(p.form)}`,
    next: 'Write it in this form',
  }),
  'unknown-id': (p) => ({
    what: `no ${thing(p.kind)} has the id ${quote(p.id)}`,
    next: didYouMean(p.suggestion) || 'Add it, or correct the id',
  }),
  'duplicate-id': (p) => ({
    what: `the id ${quote(p.id)} is already used by ${show(p.other)}`,
    rule: 'An id names one thing',
    next: 'Rename one of the two',
  }),
  'out-of-range': (p) => ({
    what: `${show(p.value)} lies outside ${show(p.low)} to ${show(p.high)}`,
    rule: `${show(p.what)} goes from ${show(p.low)} to ${show(p.high)}`,
    next: 'Correct the number',
  }),
  'term-backwards': (p) => ({
    what: `the term of ${quote(p.person)} ends before it begins`,
    rule: 'from comes before to',
    next: 'Correct one of the two dates',
  }),
  'terms-overlap': (p) => ({
    what: `${quote(p.person)} already sits in ${quote(p.body)} at that time, by ${show(p.other)}`,
    rule: 'One person has one seat in a body at a time',
    next: 'End the first term before the second begins',
  }),
  'office-two-holders': (p) => ({
    what: `${quote(p.office)} is held by ${quote(p.person)} and, by ${show(p.other)}, also by ${quote(p.rival)} on ${show(p.day)}`,
    rule: 'An office has one holder',
    next: 'End the first term, or make it two offices',
  }),
  'date-outside': (p) => ({
    what: `${show(p.date)} lies outside the episode (${show(p.starts)} to ${show(p.ends)})`,
    rule: 'A run has only the days of the episode',
    next: 'Move it, widen episode.starts or episode.ends, or check the calendar',
  }),
  'superior-cycle': (p) => ({
    what: `the superior bodies go round in a circle: ${show(p.chain)}`,
    rule: 'Appeals must end somewhere',
    next: 'Take one superior out',
  }),
  'quorum-unreachable': (p) => ({
    what: `the quorum is ${show(p.quorum)}, but the body has ${show(p.seats)} votes`,
    rule: 'A quorum can be at most the number of seats',
    next: 'Correct quorum or seats',
  }),
  'sits-with-itself': (p) => ({
    what: `“${show(p.body)}” is to sit jointly with itself`,
    rule: '`jointly` names the other bodies only',
    next: 'Take it out of the list',
  }),
  'joint-without-members': (p) => ({
    what: `nobody is coded as a member of “${show(p.body)}”, so this joint sitting never has a quorum`,
    rule: 'Every body of a joint sitting must be represented in it',
    next: 'Code its members under terms (the unknown ones as a collective actor), or drop it from jointly',
  }),
  'rule-unreachable': (p) => ({
    what: `${show(p.count)} votes are required, but the body has ${show(p.seats)}`,
    rule: 'A rule must be within reach of a full body',
    next: 'Correct the rule or the seats',
  }),
  'unknown-act-kind': (p) => ({
    what: `there is no kind of act ${quote(p.kind)}`,
    rule: 'The kinds are listed in docs/acts.md',
    next: didYouMean(p.suggestion),
  }),
  'unknown-option': (p) => ({
    what: `the act ${quote(p.kind)} has no option ${quote(p.option)}`,
    rule: p.known ? `Its options are ${show(p.known)}` : 'It has no options',
    next: didYouMean(p.suggestion),
  }),
  'option-ignored': (p) => ({
    what: `the act ${quote(p.kind)} has no option ${quote(p.option)}, so it is not taken into account`,
    rule: p.known ? `Its options are ${show(p.known)}` : 'It has no options',
    next: didYouMean(p.suggestion) || 'Choose one of them, or say it in a note',
  }),
  'votes-exceed-seats': (p) => ({
    what: `${show(p.votes)} votes were counted, but ${quote(p.body)} has ${show(p.seats)}`,
    rule: 'For, against and abstentions together are at most the seats',
    next: 'Correct the tally or the seats; if guests voted, say so in a note and raise the seats',
  }),
  'voter-not-seated': (p) => ({
    what: `${quote(p.person)} votes, but has no seat in ${quote(p.body)} on that day`,
    rule: 'Only members vote; candidates and guests do not',
    next: 'Add or correct his term, or take the name out',
  }),
  'voter-twice': (p) => ({
    what: `${quote(p.person)} stands twice among the names`,
    rule: 'A vote is cast once',
    next: 'Keep one of the two',
  }),
  'names-exceed-tally': (p) => ({
    what: `${show(p.names)} names for a tally of ${show(p.tally)}`,
    rule: 'There are at most as many names as votes',
    next: 'Correct the tally or the names',
  }),
  'term-outside': (p) => ({
    what: `the term of ${quote(p.person)} lies outside the episode`,
    rule: 'It plays no part in any run',
    next: 'Delete it, or check the dates and the calendar',
  }),
  'duplicate-tie': (p) => ({
    what: `the tie of ${quote(p.from)} to ${quote(p.to)} is already coded in ${show(p.other)} for the same time`,
    rule: 'At any time there is one tie in each direction; the first holds',
    next: 'Delete one, or give them since and until',
  }),
  'no-source': (p) => ({
    what:
      p.count === 1
        ? `${show(p.label)} has no source`
        : `${show(p.label)} and ${Number(p.count) - 1} more ${p.count === 2 ? 'value' : 'values'} under ${show(p.section)} have no source`,
    rule: "Such values count as the coder's judgement",
    next: 'Add a source, or say confidence: judgement',
  }),
  'no-position': (p) => ({
    what: `${quote(p.person)} has a salience on ${quote(p.issue)}, but no position`,
    rule: 'Somebody to whom a question matters stands somewhere on it',
    next: `Add positions.${show(p.person)}.${show(p.issue)} (a wide range will do)`,
  }),
  'answers-later': (p) => ({
    what: `it answers ${quote(p.answers)}, which is later`,
    rule: 'An answer follows what it answers',
    next: 'Check the two dates',
  }),
  'unknown-outcome': (p) => ({
    what: `no outcome has the id ${quote(p.id)}`,
    rule: 'The question is answered without it',
    next: didYouMean(p.suggestion) || 'Add the outcome, or take it out',
  }),
  'unused-source': (p) => ({
    what: `no claim rests on ${quote(p.id)}`,
    next: 'Cite it, or delete it from sources.json',
  }),
  'unused-person': (p) => ({
    what: `${quote(p.id)} has no seat, no position and no part in the record`,
    rule: 'He cannot do anything in a run',
    next: 'Give him one of these, or delete him',
  }),
};
