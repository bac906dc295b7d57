/** What a web host answers a page that it has logged in. */
export interface LoggedIn {
  /** Tells the desk that is served from others; the page names it with its calls from then on. */
  desk: string;
  /** To come back to the next host with. */
  key: string;
}
