import { createContext, useContext } from 'react';
import type { Timeline } from '../app/session/timeline.ts';

/** Gives the tools of an editor the timeline of its story. */
export const TimelineContext = createContext<Timeline | undefined>(undefined);

/** What can be undone in the story that is in the editor. */
export function useTimeline(): Timeline {
  const timeline = useContext(TimelineContext);
  if (timeline === undefined) throw new Error('a tool is drawn outside of TimelineContext');
  return timeline;
}
