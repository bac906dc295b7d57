const ID = 'announcer';

/** Has a screen reader say `message` when it is next idle; nothing is seen and no focus moves. */
export function announce(message: string): void {
  const region = document.querySelector(`#${ID}`) ?? addRegion();
  // The same text twice would not be read again.
  region.textContent = region.textContent === message ? `${message}\u200B` : message;
}

function addRegion(): HTMLElement {
  const region = document.createElement('div');
  region.id = ID;
  region.className = 'visually-hidden';
  region.ariaLive = 'polite';
  document.body.append(region);
  return region;
}
