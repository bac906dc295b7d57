import { AppError } from '../../../article/app-error.ts';
import type { LoggedIn } from '../../../electron/contract/logged-in.ts';
import { t } from '../../locale/locale.ts';

/** How a page is known to its web host. */
export class WebSession {
  /** What the host gave this page to come back to the next host with; no other page has it. */
  private key: string | undefined;
  private returning: Promise<boolean> | undefined;
  private ofDesk = '';

  /** What tells the desk that this page has logged in to from others; empty before. */
  get desk(): string {
    return this.ofDesk;
  }

  /** Exchanges the token in the address for a cookie, and takes it out of the address. */
  async start(): Promise<void> {
    const token = new URLSearchParams(location.hash.slice(1)).get('token');
    if (token !== null) history.replaceState(null, '', location.pathname + location.search);
    const given = await logIn(token === null ? {} : { token });
    if (given !== undefined) {
      this.key = given.key;
      this.ofDesk = given.desk;
    } else if (token !== null) throw new AppError('session', t('host.expired'));
  }

  /**
   * Logs in to a host that has taken the place of another. Answers false where it refuses, and where
   * it does not show that it knows this page: any program may listen at an address that is left.
   */
  comeBack(): Promise<boolean> {
    this.returning ??= this.answerQuestion().finally(() => (this.returning = undefined));
    return this.returning;
  }

  /** As `comeBack`; true, too, for a page that has nothing to tell its host by. */
  async hostIsKnown(): Promise<boolean> {
    return this.key === undefined || this.comeBack();
  }

  private async answerQuestion(): Promise<boolean> {
    const { key } = this;
    if (key === undefined) return false;
    const { value: question } = (await (await fetch('/session')).json()) as { value: string };
    const nonce = crypto.randomUUID();
    const proof = await signed(`page ${question} ${location.host}`, key);
    const given = await logIn({ question, proof, nonce });
    const expected = await signed(`host ${nonce} ${location.host}`, key);
    if (given?.proof !== expected) return false;
    this.key = given.key;
    return true;
  }
}

async function logIn(shown: Record<string, string>): Promise<LoggedIn | undefined> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(shown),
  });
  if (!response.ok) return undefined;
  return ((await response.json()) as { value: LoggedIn }).value;
}

const encoder = new TextEncoder();

async function signed(text: string, secret: string): Promise<string> {
  const by = { name: 'HMAC', hash: 'SHA-256' };
  const signer = await crypto.subtle.importKey('raw', encoder.encode(secret), by, false, ['sign']);
  const proof = new Uint8Array(await crypto.subtle.sign('HMAC', signer, encoder.encode(text)));
  return Array.from(proof, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
