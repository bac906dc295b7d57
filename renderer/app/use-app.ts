import { createContext, useContext } from 'react';
import type { App } from './app.ts';

/** Gives a tree of views the app of their window. */
export const AppContext = createContext<App | undefined>(undefined);

/** The app of the window that a view is in. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('a view is drawn outside of AppContext');
  return app;
}
