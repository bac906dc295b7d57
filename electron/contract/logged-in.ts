/** What a web host answers a page that it has logged in. */
export interface LoggedIn {
  /** Tells the desk that is served from others; the page names it with its calls from then on. */
  desk: string;
  /** To come back to the next host with; none for a page that has shown its cookie alone. */
  key?: string | undefined;
  /** Shows a page that comes back that the host knows the key, too. */
  proof?: string | undefined;
}
