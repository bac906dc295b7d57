import type { Published } from '../publish.ts';
import type { Format, RenderOptions } from './format.ts';
import { html } from './html.ts';

/** The page of a story in a folder of its own, with its pictures beside it; opens from disk. */
export const page = {
  ...html,
  id: 'page',
  kind: 'folder',
  about: 'a folder with index.html and its pictures, which opens from disk',
  pictures: 'beside',
  fileName: () => 'index.html',
  render: (published: Published, options: RenderOptions) =>
    html.render(published, { ...options, hasMedia: true }),
} satisfies Format;
