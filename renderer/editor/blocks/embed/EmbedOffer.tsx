import { $addUpdateTag, HISTORY_PUSH_TAG } from 'lexical';
import { providerOf } from '../../../../article/blocks/embed/embed.ts';
import { newBlockId } from '../../../../article/ids.ts';
import { t } from '../../../locale/locale.ts';
import { announce } from '../../../ui/announce.ts';
import type { PasteOfferProps } from '../block-tools.ts';
import { $insertCard } from '../insert-card.ts';
import { loneAddress } from '../../content/transfer.ts';
import { $lineAt } from '../../selection/places.ts';
import { ACCEPT_KEYS, Offer } from '../../tools/Offer.tsx';

/** Offers to show an address that was pasted on a line of its own as a card; it loads nothing. */
export function EmbedOffer({ editor, pasted, onAnswer }: PasteOfferProps) {
  const address = pasted.isParagraph ? loneAddress(pasted.blocks) : undefined;
  if (address === undefined) return null;
  const provider = providerOf(address);

  const $accept = () => {
    const line = $lineAt(pasted.start);
    if (line === undefined) return;
    $addUpdateTag(HISTORY_PUSH_TAG);
    line.clear();
    line.select();
    $insertCard({ type: 'embed', id: newBlockId(), url: address, provider, title: '' });
  };

  return (
    <Offer
      editor={editor}
      label={t('offer.embed.label')}
      announcement={t('offer.embed.announce', { provider, keys: ACCEPT_KEYS })}
      accept={t('offer.embed.accept')}
      decline={t('offer.embed.decline')}
      at={() => {
        const key = editor.getEditorState().read(() => $lineAt(pasted.start)?.getKey());
        return key === undefined ? undefined : editor.getElementByKey(key)?.getBoundingClientRect();
      }}
      onAccept={() => {
        onAnswer();
        editor.update($accept);
        announce(t('offer.embed.accepted'));
      }}
      onDecline={onAnswer}
    >
      {t('offer.embed.question', { provider })}
    </Offer>
  );
}
