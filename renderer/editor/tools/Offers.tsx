import type { LexicalEditor } from 'lexical';
import type { House } from '../../../article/house.ts';
import type { StoryFields } from '../story-fields.ts';
import { DatelineOffer } from '../blocks/dateline/DatelineOffer.tsx';
import { allBlockTools } from '../blocks/tools.ts';
import { StoryOffer } from './StoryOffer.tsx';
import { usePasted, usePastedStory } from './use-pasted.ts';

interface OffersProps {
  editor: LexicalEditor;
  house: House;
  fields: StoryFields;
}

/** What is offered for text that was just written or pasted: one thing at a time. */
export function Offers({ editor, house, fields }: OffersProps) {
  const [pasted, forget] = usePasted(editor);
  const { story, reading } = usePastedStory(pasted, house);

  return (
    <>
      <DatelineOffer
        editor={editor}
        style={house.datelineStyle}
        waits={reading || story !== undefined}
        answered={story !== undefined}
      />
      {pasted !== undefined &&
        pasteOffers.map((PasteOffer) => (
          <PasteOffer key={PasteOffer.name} editor={editor} pasted={pasted} onAnswer={forget} />
        ))}
      {pasted !== undefined && story !== undefined && (
        <StoryOffer
          editor={editor}
          pasted={pasted}
          story={story}
          fields={fields}
          onAnswer={forget}
        />
      )}
    </>
  );
}

const pasteOffers = allBlockTools.flatMap(({ PasteOffer = [] }) => PasteOffer);
