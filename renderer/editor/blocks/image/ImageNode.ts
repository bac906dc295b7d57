import { DecoratorNode } from 'lexical';
import { CARD_STATES, CardNode } from '../CardNode.ts';
import { imageCard } from './image-card.ts';

/** The card of a picture. */
export class ImageNode extends CardNode {
  override $config() {
    return this.config('image', { extends: DecoratorNode, stateConfigs: CARD_STATES });
  }

  protected override get card() {
    return imageCard;
  }
}
