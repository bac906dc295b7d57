import { DecoratorNode } from 'lexical';
import { CARD_STATES, CardNode } from '../CardNode.ts';
import { embedCard } from './embed-card.ts';

/** The card of something of another site. */
export class EmbedNode extends CardNode {
  override $config() {
    return this.config('embed', { extends: DecoratorNode, stateConfigs: CARD_STATES });
  }

  protected override get card() {
    return embedCard;
  }
}
