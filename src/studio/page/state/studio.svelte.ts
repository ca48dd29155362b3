import type { Episode } from '../../../episode/types.ts';
import type {
  Change,
  Course,
  CourseName,
  EnsembleView,
  Opened,
  StudioEdit,
  StudioFile,
  ProblemView,
} from '../../engine/protocol.ts';
import { unpack } from '../../engine/packed.ts';
import { engine } from '../begin.ts';
import { Cancelled, type Calling, type Client, connect } from '../client.ts';
import {
  type Library,
  type Listed,
  openLibrary,
  publishedData,
  type Stored,
  type StoredFile,
  type Words,
} from '../library.ts';
import { things } from '../words/ledger.ts';
import { keptUntil } from '../../engine/kept.ts';
import { claimNames } from './claim-names.ts';
import { AddressBar } from './address-bar.ts';
import { addressOf, nowhere, type Place, readAddress, type Screen } from './address.ts';

export type Lang = 'en' | 'ru';

/** How many runs an ensemble has before anybody asks for more. */
export const usualRuns = 200;

const firstLanguage = (): Lang => {
  const kept = localStorageItem('plenum-lang') ?? publishedData()?.lang ?? navigator.language;
  return kept.startsWith('ru') ? 'ru' : 'en';
};

function localStorageItem(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

type Ahead = Awaited<ReturnType<Library['prepared']>>;

/** A change of the files, and how to take it back. */
interface Step {
  readonly label: Words;
  readonly before: readonly StoredFile[];
  readonly after: readonly StoredFile[];
}

/**
 * Everything the screens share: the opened episode, the place (selection, date, course), the courses and ensembles at hand. Screens read it
 * and call its methods; nothing else holds state that outlives a screen.
 */
class Studio {
  lang = $state<Lang>(firstLanguage());
  place = $state.raw<Place>(nowhere);
  shelf = $state.raw<readonly Listed[]>([]);
  opened = $state.raw<Opened | undefined>(undefined);
  files = $state.raw<readonly StoredFile[]>([]);
  hash = $state('');
  writable = $state(false);
  /** Opening, or why it failed. */
  busy = $state(false);
  trouble = $state<string | undefined>(undefined);
  /** A short message for everybody, screen readers included. */
  said = $state('');

  history = $state.raw<Course | undefined>(undefined);
  /** The course shown: history, or the run of the place. */
  course = $state.raw<Course | undefined>(undefined);
  courseBusy = $state(false);

  /** Runs of the episode as coded (without changes), or twins with them; grows while runs come in. */
  ensemble = $state.raw<EnsembleView | undefined>(undefined);
  ensembleBusy = $state(false);
  /** While the luck of history is inferred, how much of it is, 0–1; the picture at hand stays meanwhile. */
  inferring = $state<number | undefined>(undefined);
  runsWanted = $state(usualRuns);
  /** What the ensemble at hand was made with; the picture is out of date if it is not this any more. */
  ensembleOf = $state('');

  /** Errors in the texts as they are now, while the last sound coding is shown. */
  broken = $state.raw<readonly ProblemView[]>([]);
  undoable = $state.raw<readonly Step[]>([]);
  redoable = $state.raw<readonly Step[]>([]);
  saving = $state<'saved' | 'unsaved' | 'saving' | 'conflict' | 'refused'>('saved');
  savingTrouble = $state('');
  conflict = $state.raw<readonly StoredFile[]>([]);

  readonly library: Library = openLibrary();
  readonly client: Client = connect(engine);
  /** Episodes opened from files of this computer, by id: nothing of them is sent anywhere or written. */
  readonly local = new Map<string, Stored>();
  #ensembleCall: Calling<EnsembleView> | undefined;
  #courseCalls = 0;
  #stopWatching: () => void = () => {};
  readonly #address = new AddressBar();

  get episode(): Episode | undefined {
    return this.opened?.episode;
  }

  /** What each claim says something about, in words. Index: claim. */
  readonly claimNames = $derived(
    this.episode ? claimNames(this.episode, this.history?.acts ?? [], things) : [],
  );

  /** In the page's language. */
  say = (words: Words | undefined): string => words?.[this.lang] ?? '';

  get courseName(): CourseName {
    const { run, seed, changed, changes } = this.place;
    if (run < 0) return { kind: 'history' };
    const { until } = this;
    return { kind: 'run', seed, run, changes: changed ? changes : [], ...(until !== undefined && { until }) };
  }

  /** Last day on which history is kept in the runs that the place asks for; undefined for free runs. */
  get until(): number | undefined {
    const { changes, from } = this.place;
    return this.episode && keptUntil(this.episode, changes, from);
  }

  /** The day looked at: that of the place, else the last of the episode. */
  get day(): number {
    const meta = this.episode?.meta;
    if (!meta) return Number.NaN;
    const { day } = this.place;
    return Number.isNaN(day) ? meta.ends : Math.min(meta.ends, Math.max(meta.starts, day));
  }

  async start(): Promise<void> {
    window.addEventListener('hashchange', () => {
      this.#address.drop();
      void this.follow(readAddress(location.hash));
    });
    window.addEventListener('pagehide', () => this.#address.write());
    const first = readAddress(location.hash);
    const opening = first.episode === '' ? undefined : this.follow(first);
    this.shelf = await this.library.list().catch((error: Error) => {
      if (opening) this.said = error.message;
      else this.trouble = error.message;
      return [];
    });
    if (opening) return opening;
    const [only] = this.shelf;
    if (first.episode === '' && this.library.published && only)
      return this.go(
        { ...nowhere, episode: only.id, screen: publishedData()?.page === undefined ? 'answer' : 'page' },
        true,
      );
    return this.follow(first);
  }

  /** Goes on from here: what is given changes, the rest stays. `replace` leaves no entry in the browser's history. */
  go(change: Partial<Place>, replace = false): void {
    const next = { ...this.place, ...change };
    const address = addressOf(next);
    const elsewhere = address !== this.#address.current;
    if (elsewhere && !replace) this.#address.push(address);
    else {
      if (elsewhere) this.#address.replace(address);
      void this.follow(next);
    }
  }

  /** Opens files of this computer as an episode that cannot be written. */
  async openLocal(name: string, files: readonly StudioFile[]): Promise<void> {
    const text = new TextEncoder().encode(JSON.stringify(files));
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', text))];
    const hash = digest
      .slice(0, 6)
      .map((b) => b.toString(16).padStart(2, '0'))
      .join('');
    const id = `local:${name}`;
    this.local.set(id, { id, writable: false, hash, files: files.map((f) => ({ ...f, stamp: '' })) });
    this.opened = undefined;
    this.go({ ...nowhere, episode: id, screen: 'answer' });
  }

  show(screen: Screen): void {
    this.go({ screen });
  }

  /** Makes a place the present one; opens the episode, fetches the course, asks again, as far as they changed. */
  async follow(next: Place): Promise<void> {
    const before = this.place;
    this.place = next;
    if (next.episode === '') {
      this.#close();
      return;
    }
    if (next.episode !== before.episode || !this.opened) await this.#open(next.episode);
    if (!this.opened?.ok) return;
    const course = JSON.stringify([this.courseName, this.hash]);
    if (this.#courseShown !== course) void this.#fetchCourse(course);
    this.refresh();
  }

  #courseShown = '';

  #close(): void {
    this.#ensembleCall?.cancel();
    this.#stopWatching();
    this.opened = this.history = this.course = this.ensemble = undefined;
    this.files = [];
    this.undoable = this.redoable = [];
    this.broken = [];
    this.#courseShown = this.ensembleOf = this.#ensembleAsked = '';
  }

  async #open(id: string): Promise<void> {
    this.#close();
    this.busy = true;
    this.trouble = undefined;
    try {
      const ahead = this.local.has(id) ? undefined : this.library.prepared(id);
      const stored = this.local.get(id) ?? (await this.library.read(id));
      this.files = stored.files;
      this.hash = stored.hash;
      this.writable = stored.writable;
      this.saving = 'saved';
      await this.#openFirst(stored, await ahead);
      if (!this.local.has(id))
        this.#stopWatching = this.library.watch(id, () => void this.#changedOnDisk(id));
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy = false;
    }
  }

  /** Shows what was prepared from these very files, if it is at hand; the engine takes it over meanwhile. */
  async #openFirst({ hash, files }: Stored, ahead: Ahead): Promise<void> {
    if (ahead?.hash !== hash) return this.#reopen(files);
    const plain = files.map(({ path, text }) => ({ path, text }));
    const adopted = this.client.ask('adopt', [plain, ahead.text]).answer;
    adopted.catch((error: Error) => {
      this.trouble = error.message;
    });
    const { opened, history } = unpack(ahead.text);
    this.opened = opened;
    this.history = history;
    this.#forgetRuns();
  }

  /** Reads the files anew, checks them, and replays the record. */
  async #reopen(files: readonly StoredFile[]): Promise<void> {
    const plain = files.map(({ path, text }) => ({ path, text }));
    await this.#take(await this.client.ask('open', [plain, this.opened?.ok === true]).answer);
  }

  /** Makes checked files the present ones. Where an edit left errors, the last sound coding stays on the screen, with what is wrong above it. */
  async #take(opened: Opened): Promise<void> {
    this.broken = opened.ok ? [] : opened.problems.filter((p) => p.severity === 'error');
    if (!opened.ok && this.opened?.ok) return;
    this.opened = opened;
    if (opened.ok) this.history = await this.client.ask('course', [{ kind: 'history' }]).answer;
    this.#forgetRuns();
  }

  #forgetRuns(): void {
    this.#courseShown = '';
    this.ensembleOf = this.#ensembleAsked = '';
  }

  async #fetchCourse(key: string): Promise<void> {
    this.#courseShown = key;
    const name = this.courseName;
    if (name.kind === 'history') {
      this.course = this.history;
      return;
    }
    const call = ++this.#courseCalls;
    this.courseBusy = true;
    try {
      const course = await this.client.ask('course', [name]).answer;
      if (call === this.#courseCalls) this.course = course;
    } catch (error) {
      if (call === this.#courseCalls) this.said = error instanceof Error ? error.message : String(error);
    } finally {
      if (call === this.#courseCalls) this.courseBusy = false;
    }
  }

  /** What an ensemble is made with, but for the number of its runs. */
  get #settings(): string {
    const { seed, changes } = this.place;
    return JSON.stringify([this.hash, this.files.length, seed, changes, this.until, this.undoable.length]);
  }

  /** Is the picture made with the settings as they are now? */
  get upToDate(): boolean {
    return this.ensembleOf === this.#settings;
  }

  #ensembleAsked = '';

  /** Begins the ensemble that the place asks for, unless it is at hand or under way. */
  refresh(): void {
    const settings = this.#settings;
    const asked = `${settings} ${this.runsWanted}`;
    if (this.#ensembleAsked === asked || !this.opened?.ok) return;
    this.#ensembleCall?.cancel();
    this.#ensembleAsked = asked;
    this.ensembleBusy = true;
    this.inferring = undefined;
    const { seed, changes, from } = this.place;
    const call = this.client.ask('ask', [{ seed, runs: this.runsWanted, changes, from }], (view) => {
      if (this.#ensembleCall === call) this.inferring = view.past?.inferring;
      if (view.past?.inferring !== undefined) return;
      // More runs of the same replace those at hand only when they are as many.
      const fewer = this.upToDate && view.done < (this.ensemble?.done ?? 0);
      if (this.#ensembleCall !== call || fewer) return;
      this.ensemble = view;
      this.ensembleOf = settings;
    });
    this.#ensembleCall = call;
    call.answer.then(
      (view) => {
        if (this.#ensembleCall !== call) return;
        this.ensemble = view;
        this.ensembleOf = settings;
        this.ensembleBusy = false;
        this.inferring = undefined;
      },
      (error: Error) => {
        if (this.#ensembleCall !== call) return;
        this.ensembleBusy = false;
        this.inferring = undefined;
        if (!(error instanceof Cancelled)) this.said = error.message;
      },
    );
  }

  /** Stops the runs under way; what came in stays. */
  cancel(): void {
    this.#ensembleCall?.cancel();
    this.ensembleBusy = false;
    this.inferring = undefined;
  }

  more(runs: number): void {
    this.runsWanted = runs;
    this.refresh();
  }

  setLang(lang: Lang): void {
    this.lang = lang;
    document.documentElement.lang = lang;
    try {
      localStorage.setItem('plenum-lang', lang);
    } catch {
      // Where nothing may be kept, the choice lasts as long as the page.
    }
  }

  /** Changes the coding. The files in memory change at once; they are written to disk in the background. Throws on a refused edit. */
  async edit(label: Words, edits: readonly StudioEdit[]): Promise<void> {
    const before = this.files;
    const plain = before.map(({ path, text }) => ({ path, text }));
    const edited = await this.client.ask('edit', [plain, edits]).answer;
    const texts = new Map(edited.files.map((f) => [f.path, f.text]));
    const after = before.map((f) => ({ ...f, text: texts.get(f.path) ?? f.text }));
    this.undoable = [...this.undoable, { label, before, after }];
    this.redoable = [];
    await this.#adopt(after, edited.opened);
  }

  async undo(): Promise<void> {
    const step = this.undoable.at(-1);
    if (!step) return;
    this.undoable = this.undoable.slice(0, -1);
    this.redoable = [...this.redoable, step];
    await this.#adopt(withStamps(step.before, this.files));
  }

  async redo(): Promise<void> {
    const step = this.redoable.at(-1);
    if (!step) return;
    this.redoable = this.redoable.slice(0, -1);
    this.undoable = [...this.undoable, step];
    await this.#adopt(withStamps(step.after, this.files));
  }

  async #adopt(files: readonly StoredFile[], opened?: Opened): Promise<void> {
    const before = this.files;
    this.files = files;
    await (opened ? this.#take(opened) : this.#reopen(files));
    void this.follow(this.place);
    const changed = files.filter((f) => before.find((b) => b.path === f.path)?.text !== f.text);
    if (this.writable) await this.#save(changed);
    else this.saving = 'unsaved';
  }

  async #save(changed: readonly StoredFile[]): Promise<void> {
    if (changed.length === 0) return;
    this.saving = 'saving';
    const saved = await this.library
      .save(this.place.episode, changed)
      .catch((error: Error) => ({ kind: 'refused', what: error.message, next: '' }) as const);
    if (saved.kind === 'saved') {
      this.files = this.files.map((f) => ({ ...f, stamp: saved.stamps.get(f.path) ?? f.stamp }));
      this.saving = 'saved';
      this.hash = (await this.library.read(this.place.episode)).hash;
    } else if (saved.kind === 'conflict') {
      this.saving = 'conflict';
      this.conflict = saved.changed;
    } else {
      this.saving = 'refused';
      this.savingTrouble = `${saved.what} ${saved.next}`.trim();
    }
  }

  /** Settles a conflict: what is on disk wins, or what is here is written over it. */
  async settle(keep: 'disk' | 'mine'): Promise<void> {
    const disk = new Map(this.conflict.map((f) => [f.path, f]));
    this.conflict = [];
    if (keep === 'disk') {
      const { episode } = this.place;
      await this.#open(episode);
      return this.follow(this.place);
    }
    this.files = this.files.map((f) => ({ ...f, stamp: disk.get(f.path)?.stamp ?? f.stamp }));
    await this.#save(this.files.filter((f) => disk.has(f.path)));
  }

  async #changedOnDisk(id: string): Promise<void> {
    if (this.place.episode !== id || this.saving === 'saving') return;
    const stored = await this.library.read(id).catch((error: Error) => {
      this.said = error.message;
    });
    if (!stored) return;
    const same = stored.files.every((f) => this.files.find((own) => own.path === f.path)?.stamp === f.stamp);
    if (same) return;
    if (this.saving === 'saved' && this.undoable.length === 0) {
      this.files = stored.files;
      this.hash = stored.hash;
      await this.#reopen(stored.files);
      return this.follow(this.place);
    }
    this.saving = 'conflict';
    this.conflict = stored.files.filter(
      (f) => this.files.find((own) => own.path === f.path)?.stamp !== f.stamp,
    );
  }

  addChange(change: Change): void {
    this.go({ changes: [...this.place.changes, change] });
  }

  dropChange(at: number): void {
    this.go({ changes: this.place.changes.filter((_, k) => k !== at) });
  }
}

/** Texts of one moment with the stamps of another: what the disk holds is not undone by an undo. */
const withStamps = (texts: readonly StoredFile[], stamps: readonly StoredFile[]): readonly StoredFile[] =>
  texts.map((f) => ({ ...f, stamp: stamps.find((s) => s.path === f.path)?.stamp ?? f.stamp }));

export const studio = new Studio();
