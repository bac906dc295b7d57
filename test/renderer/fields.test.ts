// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { p } from '../article/build.ts';
import { ArticleSession } from '../../renderer/app/session/article-session.ts';
import { Timeline } from '../../renderer/app/session/timeline.ts';
import { Typing } from '../../renderer/app/session/typing.ts';
import { useFields } from '../../renderer/app/session/fields.ts';
import { runDesk } from '../electron/running-desk.ts';

test('a view of some fields is drawn again when one of them changes, not for what is typed elsewhere', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const desk = await runDesk();
  const session = new ArticleSession(
    await desk.call('articles.create', {}),
    {
      save: (args) => desk.call('articles.save', args),
      keep: () => Promise.resolve(),
      isOwn: () => false,
    },
    new Timeline({ typing: new Typing() }),
  );
  let drawn = 0;
  const View = () => {
    drawn += 1;
    const { headline, keywords } = useFields(session, 'headline', 'keywords');
    return `${headline}: ${keywords.join(', ')}`;
  };
  const page = document.createElement('div');
  const root = createRoot(page);
  act(() => root.render(createElement(View)));

  act(() => session.change({ body: [p('Words.')] }));
  act(() => session.change({ standfirst: 'More words' }));
  expect(drawn).toBe(1);

  act(() => session.change({ headline: 'Harbour' }));
  act(() => session.change({ keywords: ['port', 'tunnel'] }));
  expect(page.textContent).toBe('Harbour: port, tunnel');
  expect(drawn).toBe(3);

  act(() => root.unmount());
  session.dispose();
});
