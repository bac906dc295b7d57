import { DecoratorNode } from 'lexical';
import { CARD_STATES, CardNode } from '../CardNode.ts';
import { galleryCard } from './gallery-card.ts';

/** The card of several pictures. */
export class GalleryNode extends CardNode {
  override $config() {
    return this.config('gallery', { extends: DecoratorNode, stateConfigs: CARD_STATES });
  }

  protected override get card() {
    return galleryCard;
  }
}
