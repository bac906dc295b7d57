let region: HTMLElement | undefined;
let repeated = false;

/** Has a screen reader say `message` when it is next idle; nothing is seen and no focus moves. */
export function announce(message: string): void {
  if (region === undefined) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.ariaLive = 'polite';
    document.body.append(region);
  }
  // The same text twice would not be read again.
  repeated = region.textContent === message && !repeated;
  region.textContent = repeated ? `${message}\u200B` : message;
}
