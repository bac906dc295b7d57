import type { Element } from 'hast';
import { isBeacon } from '../../html/beacon.ts';
import { hasClass } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { byClass, find, shownText } from '../../html/find.ts';
import { safeHref } from '../../html/href.ts';
import { collapseText, hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import { textSchema, webAddressSchema } from '../../schema.ts';
import { blockSchema } from '../base.ts';
import { withoutScheme } from '../picture.ts';
import type { BlockBase, BlockSpec, ReadInside } from '../spec.ts';
import { embedMarkdown } from './markdown.ts';
import { embedWire } from './wire.ts';

/** Something of another site, such as a video: where it is, whose it is, what it is called. */
export interface Embed extends BlockBase {
  type: 'embed';
  /** An http or https address. */
  url: string;
  provider: string;
  title: string;
}

export const embedSchema = blockSchema('embed', {
  url: webAddressSchema,
  title: textSchema.default(''),
  provider: textSchema.default(''),
});

export const embed: BlockSpec<Embed> = {
  type: 'embed',
  name: 'Embed',
  schema: () => embedSchema,
  part: 'embeds',
  counted: 'embeds',
  inCell: true,
  afterList: true,
  summary: ({ provider, title, url }) =>
    [provider, title, withoutScheme(url)].filter(Boolean).join(' · '),
  holds: [
    { key: 'url', is: 'value' },
    { key: 'provider', is: 'text' },
    { key: 'title', is: 'text' },
  ],
  // A card with a link: nothing of the other site is loaded.
  toHast({ url, provider, title }) {
    const href = safeHref(url);
    if (href === undefined) return [];
    const lines: Element[] = [];
    if (hasInk(provider)) {
      lines.push(element('p', { className: ['provider'] }, collapseText(provider)));
    }
    const named = hasInk(title);
    const link = element(
      'a',
      named ? { href } : { className: ['unnamed'], href },
      named ? collapseText(title) : withoutScheme(href),
    );
    lines.push(element('p', { className: ['title'] }, [link]));
    if (named) lines.push(element('p', { className: ['host'] }, hostOf(href)));
    return [element('div', { className: ['embed'] }, lines)];
  },
  wire: embedWire,
  markdown: embedMarkdown,
  fromHast(from, read) {
    if (from.tagName === 'div' && hasClass(from, 'embed')) {
      const link = find(byClass(from, 'title'), ({ tagName }) => tagName === 'a');
      const url = webAddress(link?.properties.href, read);
      if (link === undefined || url === undefined) return undefined;
      const title = hasClass(link, 'unnamed') ? '' : shownText(link);
      const provider = shownText(byClass(from, 'provider'));
      return [{ type: 'embed', id: newBlockId(), url, provider, title }];
    }
    const url = TAGS.has(from.tagName) && !isBeacon(from) ? addressOf(from, read) : undefined;
    if (url === undefined) return undefined;
    const { title, ariaLabel } = from.properties;
    const name = typeof title === 'string' ? title : typeof ariaLabel === 'string' ? ariaLabel : '';
    return [
      {
        type: 'embed',
        id: newBlockId(),
        url,
        provider: providerOf(url),
        title: collapseText(name),
      },
    ];
  },
};

const TAGS = new Set(['iframe', 'video', 'audio', 'object', 'embed']);

function addressOf(from: Element, read: ReadInside): string | undefined {
  const { src, data, dataSrc } = from.properties;
  const source = find(from, ({ tagName }) => tagName === 'source');
  return [src, dataSrc, data, source?.properties.src]
    .map((address) => webAddress(address, read))
    .find((address) => address !== undefined);
}

function webAddress(address: unknown, read: ReadInside): string | undefined {
  const href = typeof address === 'string' ? read.address(address) : undefined;
  return href !== undefined && /^https?:/iu.test(href) ? href : undefined;
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)/iu.exec(url)?.[1]?.toLowerCase() ?? '';
}

/** The names of sites that are called otherwise than their address. */
const PROVIDERS: Record<string, string> = {
  'youtube.com': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'dailymotion.com': 'Dailymotion',
  'twitter.com': 'X',
  'x.com': 'X',
  'facebook.com': 'Facebook',
  'instagram.com': 'Instagram',
  'tiktok.com': 'TikTok',
  'soundcloud.com': 'SoundCloud',
  'spotify.com': 'Spotify',
  'datawrapper.de': 'Datawrapper',
  'datawrapper.dwcdn.net': 'Datawrapper',
  'flourish.studio': 'Flourish',
  'documentcloud.org': 'DocumentCloud',
  'openstreetmap.org': 'OpenStreetMap',
  'scribd.com': 'Scribd',
  'twitch.tv': 'Twitch',
  'nicovideo.jp': 'Niconico',
};

/** Whose an address is: the name of a known site, else its host. */
export function providerOf(url: string): string {
  const host = hostOf(url);
  const known = Object.keys(PROVIDERS).find((site) => host === site || host.endsWith(`.${site}`));
  return known === undefined ? host : (PROVIDERS[known] ?? host);
}
