import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { nodeFlags } from '../../scripts/checkout.js';
import type { Article } from '../../article/article.ts';
import type { Answer, Args, CallName, Reply } from '../../electron/contract/calls.ts';
import type { Fault } from './failing-disk.ts';
import type { Event } from '../../electron/contract/events.ts';

export interface Request {
  number: number;
  name: CallName;
  args: unknown;
}

/** Asks for a call of the file system to fail, or for none to. */
export interface Arm {
  number: number;
  arm: Fault | null;
}

/** Asks for the most memory that the process has had, in bytes. */
export interface AskMemory {
  number: number;
  memory: true;
}

type Unnumbered<T> = Omit<T, 'number'>;

type Message = { ready: string } | { event: Event } | { number: number; reply: Reply };

/** How a Galley of a torture runs. */
export interface Setting {
  /** Whether its locks lock (default true). */
  locks?: boolean;
  /** How much longer the desk's disk takes for each file that is opened or renamed, in milliseconds. */
  slow?: number;
  /** Whether a desk that it makes has the samples (default false). */
  samples?: boolean;
  /** Whether calls of the file system can be made to fail. */
  fails?: boolean;
  /** The call that is to fail while it starts. */
  fault?: Fault;
  /** Kills it at any time. */
  signal?: AbortSignal;
}

/** A Galley in a process of its own. */
export class GalleyProcess {
  readonly process: ChildProcess;
  /** The call that failed while it started; empty if none did. */
  readonly failedAtStart: string;
  /** Resolves when the process has ended. */
  readonly gone: Promise<unknown>;
  private readonly answers = new Map<number, (reply: Reply) => void>();
  private last = 0;

  private constructor(process: ChildProcess, failedAtStart: string) {
    this.process = process;
    this.failedAtStart = failedAtStart;
    this.gone = new Promise((resolve) => process.once('exit', resolve));
    process.on('message', (message: Message) => {
      if (!('number' in message)) return;
      this.answers.get(message.number)?.(message.reply);
      this.answers.delete(message.number);
    });
  }

  static async start(desk: string, data: string, setting: Setting = {}): Promise<GalleyProcess> {
    const { signal, ...given } = setting;
    const how = { locks: true, slow: 0, fails: false, samples: false, ...given };
    const child = fork(
      path.join(import.meta.dirname, 'galley-process.ts'),
      [JSON.stringify({ desk, data, ...how })],
      {
        execArgv: nodeFlags,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        ...(signal && { signal, killSignal: 'SIGKILL' as const }),
      },
    );
    // An end that was asked for is heard as any other.
    child.on('error', () => {});
    const ready = await new Promise<string>((resolve, reject) => {
      child.once('message', (message: { ready: string }) => resolve(message.ready));
      child.once('exit', (code) => reject(new Error(`the Galley ended with ${code}`)));
    });
    return new GalleyProcess(child, ready);
  }

  /** Lets one call of the file system fail, or none; answers which of those before has failed. */
  async arm(fault?: Fault): Promise<string> {
    const reply = await this.ask({ arm: fault ?? null });
    return reply.ok ? String(reply.value) : '';
  }

  /** The most memory that the process has had, in bytes. */
  async memory(): Promise<number> {
    const reply = await this.ask({ memory: true });
    return reply.ok ? Number(reply.value) : 0;
  }

  async call<N extends CallName>(name: N, args: Args<N>): Promise<Answer<N>> {
    const reply = await this.ask({ name, args });
    if (!reply.ok) throw new AppError(reply.code, `${name}: ${reply.message}`);
    return reply.value as Answer<N>;
  }

  private ask(
    request: Unnumbered<Request> | Unnumbered<Arm> | Unnumbered<AskMemory>,
  ): Promise<Reply> {
    this.last += 1;
    const number = this.last;
    return new Promise<Reply>((resolve) => {
      this.answers.set(number, resolve);
      // Nobody answers for a process that is gone.
      this.process.send({ ...request, number }, () => undefined);
    });
  }

  /** Ends the process, as it is when the machine does. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.gone;
  }
}

/** A window with one story: it changes words and saves them as the app does. */
export class Writer {
  readonly galley: GalleyProcess;
  readonly name: string;
  private article: Article;
  private hash: string;

  constructor(galley: GalleyProcess, name: string, opened: Answer<'articles.open'>) {
    this.galley = galley;
    this.name = name;
    this.article = opened.article;
    this.hash = opened.hash;
  }

  static async open(galley: GalleyProcess, name: string, id: string): Promise<Writer> {
    const opened = await galley.call('articles.open', { id, window: name });
    return new Writer(galley, name, opened);
  }

  /** Adds a word to the paragraph with this id, and saves. */
  async write(paragraph: string, word: string): Promise<Answer<'articles.save'>> {
    const body = this.article.body.map((block) =>
      block.id === paragraph && block.type === 'paragraph'
        ? { ...block, content: [...block.content, { text: ` ${word}` }] }
        : block,
    );
    const article: Article = { ...this.article, body };
    const saved = await this.galley.call('articles.save', {
      article,
      base: this.hash,
      window: this.name,
    });
    this.article = saved.merged ?? { ...article, modified: saved.modified };
    this.hash = saved.hash;
    return saved;
  }
}
