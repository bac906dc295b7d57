import { createContext, useContext } from 'react';
import { Timeline } from '../app/session/timeline.ts';

/** The timeline of the story that is in the editor. */
export const TimelineContext = createContext(new Timeline());

/** What can be undone in the story that is in the editor. */
export function useTimeline(): Timeline {
  return useContext(TimelineContext);
}
