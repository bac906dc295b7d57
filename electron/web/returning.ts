import { createHmac, randomBytes } from 'node:crypto';
import { newSecret, sameSecret } from './guard.ts';

/** How long a question waits for its answer, in milliseconds. */
const WITHIN = 60_000;

/**
 * Lets a page that an earlier host has logged in show it to this one, which has other secrets, and
 * shows the page that this is a host of the same desk. Neither ever sends the key that the page was
 * given then: whoever listens at this address meanwhile learns nothing that is of use at the address
 * of a Galley.
 */
export class Returning {
  private readonly keys: readonly string[];
  private readonly host: string;
  private readonly secret = newSecret();
  private readonly answered = new Set<string>();

  /** `keys` are all that a page may hold; `host` is what it has in its address: `127.0.0.1:4100`. */
  constructor(keys: readonly string[], host: string) {
    this.keys = keys;
    this.host = host;
  }

  /** Something to be signed with the key. Nothing is kept of it, however many ask. */
  ask(): string {
    const content = `${Date.now()}.${randomBytes(16).toString('base64url')}`;
    return `${content}.${sign(this.secret, content)}`;
  }

  /**
   * What shows the page, which wants `nonce` signed, that this host knows its key, too; undefined
   * unless the question was asked here a moment ago and is signed, for the first time, for this host.
   */
  answer(question: unknown, proof: unknown, nonce: unknown): string | undefined {
    if (typeof question !== 'string' || typeof nonce !== 'string') return undefined;
    if (!this.isOpen(question)) return undefined;
    const key = this.keys.find((one) =>
      sameSecret(proof, sign(one, `page ${question} ${this.host}`)),
    );
    if (key === undefined) return undefined;
    this.answered.add(question);
    return sign(key, `host ${nonce} ${this.host}`);
  }

  private isOpen(question: string): boolean {
    const [time = '', random = '', signature] = question.split('.');
    return (
      sameSecret(signature, sign(this.secret, `${time}.${random}`)) &&
      Date.now() - Number(time) < WITHIN &&
      !this.answered.has(question)
    );
  }
}

function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
