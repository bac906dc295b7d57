import { createHmac, randomBytes } from 'node:crypto';
import { sameSecret } from './guard.ts';

/** The most questions that wait for their answers. */
const MOST = 100;

/**
 * Lets a page that an earlier host has logged in show it to this one, which has other secrets. The
 * page never sends the key that it was given then: whoever listens at this address meanwhile learns
 * nothing that is of use at the address of a Galley.
 */
export class Returning {
  /** Given to pages that are logged in. */
  readonly key: string;
  private readonly host: string;
  private readonly questions = new Set<string>();

  /** `host` is what the page has in its address: `127.0.0.1:4100`. */
  constructor(key: string, host: string) {
    this.key = key;
    this.host = host;
  }

  /** Something to be signed with the key. */
  ask(): string {
    const question = randomBytes(24).toString('base64url');
    this.questions.add(question);
    const [oldest] = this.questions;
    if (this.questions.size > MOST && oldest !== undefined) this.questions.delete(oldest);
    return question;
  }

  /** True, once, for a question that was asked here and is signed for this host. */
  isProof(question: unknown, proof: unknown): boolean {
    if (typeof question !== 'string' || !this.questions.delete(question)) return false;
    const signed = createHmac('sha256', this.key).update(`${question} ${this.host}`);
    return sameSecret(proof, signed.digest('hex'));
  }
}
