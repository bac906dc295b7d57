import fs from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { Galley } from '../boot.ts';
import type { LoggedIn } from '../contract/logged-in.ts';
import { APP_POLICY, contentType } from '../policy.ts';
import { refusal, route } from '../router.ts';
import { EventStream } from './event-stream.ts';
import { cookieOf, newSecret, refuse, sameSecret } from './guard.ts';
import { MAX_BODY, readBody } from './read-body.ts';
import { Returning } from './returning.ts';
import { MAX_PICTURE_BYTES } from '../services/picture-library.ts';
import { staticFiles } from './static-files.ts';
import { Strangers } from './strangers.ts';

/** Headers of every answer; what is not a page of ours may do nothing at all. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Where a page listens to what happens on its desk. */
const EVENTS = /^\/events(?:\?desk=([\w-]*))?$/u;

/** What shows a web host that a request comes from the person who started it. */
export interface Secrets {
  /** Shown once, in the address that the person opens. */
  token: string;
  /** Given for it, in a cookie, and shown with every request from then on. */
  session: string;
  /**
   * By which pages come back to the next host: this run's, which they are given, and those of earlier
   * ones. Without any they come back with their cookie alone.
   */
  keys?: readonly string[];
}

/** Secrets that nobody can guess. */
export function newSecrets(): Secrets {
  return { token: newSecret(), session: newSecret() };
}

/** Answers the requests of the app's page, and nobody else's. */
export class Answers {
  readonly stream: EventStream;
  readonly strangers = new Strangers();
  /** Calls that are being worked on. */
  running = 0;
  private readonly galley: Galley;
  /** By what this machine tells the desk from others: its id, as a name of a file. */
  private readonly desk: string;
  private readonly rendererFolder: string;
  private readonly host: string;
  private readonly cookie: string;
  private readonly secrets: Secrets;
  private readonly returning: Returning;
  private files = new Map<string, string>();

  constructor(galley: Galley, rendererFolder: string, port: number, secrets: Secrets) {
    this.galley = galley;
    this.desk = path.basename(galley.ownFolder);
    this.rendererFolder = rendererFolder;
    this.secrets = secrets;
    this.host = `127.0.0.1:${port}`;
    this.cookie = `galley-${port}`;
    this.returning = new Returning(secrets.keys ?? [], this.host);
    this.stream = new EventStream(galley.events);
  }

  /** Never rejects. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.running += 1;
    try {
      await this.dispatch(request, response);
    } catch (error) {
      const isOurs = error instanceof AppError;
      const status = !isOurs ? 500 : error.code === 'too-large' ? 413 : 400;
      // What is left of a body that is too large is not waited for.
      if (status === 413) response.setHeader('connection', 'close');
      this.sendJson(response, status, refusal(error));
    } finally {
      this.running -= 1;
    }
  }

  private async dispatch(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refuse(request, this.host);
    if (refused !== undefined) return this.sendRefusal(response, refused.status, refused.message);
    const { method = '', url = '' } = request;
    if (method === 'POST') {
      if (url === '/session') return this.startSession(request, response);
    } else if (url === '/session') {
      return this.sendJson(response, 200, { ok: true, value: this.returning.ask() });
    } else {
      const file = await this.fileAt(url);
      if (file !== undefined) return this.sendFile(response, file, method);
    }
    if (!this.isLoggedIn(request)) {
      return this.sendRefusal(response, 401, 'Open the address that Galley printed at its start');
    }
    this.strangers.welcome(request.socket);
    const listening = EVENTS.exec(url);
    const desk = request.headers['x-galley-desk'] ?? listening?.[1] ?? '';
    // A tab of the desk that was served here before has the cookie of this one.
    if (desk !== '' && desk !== this.desk) {
      return this.sendRefusal(response, 409, 'Another desk is served here now');
    }
    const call = /^\/call\/([\w.-]+)$/u.exec(url)?.[1];
    if (method === 'POST' && call !== undefined) {
      const reply = await route(this.galley.handlers, call, await readBody(request, limitOf(call)));
      return this.sendJson(response, 200, reply);
    }
    const preview = /^\/preview\/([^/?#]+)\/$/u.exec(url)?.[1];
    if (method === 'GET' && listening !== null) return this.stream.add(response, HEADERS);
    if (method === 'GET' && preview !== undefined) return this.sendPreview(response, preview);
    if (method === 'GET' && (await this.sendPicture(request, response, url))) return undefined;
    return this.sendRefusal(response, 404, 'There is nothing here');
  }

  private isLoggedIn(request: IncomingMessage): boolean {
    return sameSecret(cookieOf(request, this.cookie), this.secrets.session);
  }

  /**
   * Logs a page in by the token, by what an earlier host gave it, or as it is logged in already. The
   * cookie alone brings no key: other servers on this machine see it, too.
   */
  private async startSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { token, question, proof, nonce } = (body ?? {}) as Record<string, unknown>;
    const ownProof = this.returning.answer(question, proof, nonce);
    const isKnown = ownProof !== undefined || sameSecret(token, this.secrets.token);
    if (!isKnown && !(token === undefined && this.isLoggedIn(request))) {
      return this.sendRefusal(response, 403, 'This address is not of the Galley that runs now');
    }
    response.setHeader(
      'set-cookie',
      `${this.cookie}=${this.secrets.session}; HttpOnly; SameSite=Strict; Path=/`,
    );
    const [key] = isKnown ? (this.secrets.keys ?? []) : [];
    return this.sendJson(response, 200, {
      ok: true,
      value: { desk: this.desk, key, proof: ownProof } satisfies LoggedIn,
    });
  }

  private async fileAt(url: string): Promise<string | undefined> {
    // A new build has files of other names, and a new page that asks for them.
    if (url === '/') this.files = await staticFiles(this.rendererFolder);
    return this.files.get(url);
  }

  private async sendFile(response: ServerResponse, file: string, method: string): Promise<void> {
    const bytes = await fs.readFile(file);
    response.writeHead(200, {
      ...HEADERS,
      'content-type': contentType(file),
      'content-length': bytes.length,
      'content-security-policy': APP_POLICY,
    });
    response.end(method === 'HEAD' ? undefined : bytes);
  }

  private async sendPreview(response: ServerResponse, encodedId: string): Promise<void> {
    const { html, headers } = await this.galley.preview(decodeId(encodedId));
    response.writeHead(200, { ...HEADERS, ...headers });
    response.end(html);
  }

  /** Answers false, without sending anything, for a path that is no picture's. */
  private async sendPicture(
    { headers: asked }: IncomingMessage,
    response: ServerResponse,
    url: string,
  ): Promise<boolean> {
    try {
      const picture = await this.galley.picture(url);
      if (picture === undefined) return false;
      const { bytes, headers } = picture;
      const isKnown = asked['if-none-match'] === headers['etag'];
      response.writeHead(isKnown ? 304 : 200, { ...HEADERS, ...headers });
      response.end(isKnown ? undefined : bytes);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.sendJson(response, 404, refusal(error));
    }
    return true;
  }

  private sendRefusal(response: ServerResponse, status: number, message: string): void {
    this.sendJson(response, status, { ok: false, code: 'refused', message });
  }

  private sendJson(response: ServerResponse, status: number, value: unknown): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(status, { ...HEADERS, 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(value));
  }
}

/** A picture may be larger than a text; base64 makes it a third larger still. */
function limitOf(call: string): number {
  return call === 'media.add' ? MAX_PICTURE_BYTES * 1.5 : MAX_BODY;
}

function decodeId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw new AppError('no-article', 'this is not the address of a preview', { cause: error });
  }
}
