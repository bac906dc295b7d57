/** A place where a caret can stand. */
type Stop = readonly [node: Node, offset: number];

const INLINE = 'a, abbr, b, code, em, i, mark, s, small, span, strong, sub, sup, u';

/** The element in which a caret at this node is edited: the text box, or a field in it. */
export function hostOf(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const host = element?.closest<HTMLElement>('[contenteditable]') ?? null;
  return host?.getAttribute('contenteditable') === 'false' ? null : host;
}

/** Where the caret can stand, line by line. Without a layout no line is wrapped. */
export function linesOf(host: Element): Stop[][] {
  const lines: Stop[][] = [];
  let line: Stop[] = [];
  const endLine = (): void => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      // Between two texts in a line the caret is at the end of the first.
      if (line.length === 0) line.push([node, 0]);
      let offset = 0;
      for (const letter of node.data) line.push([node, (offset += letter.length)]);
    } else if (node instanceof HTMLBRElement) {
      if (line.length === 0) line.push([node.parentNode as Node, indexOf(node)]);
      endLine();
    } else if (node instanceof Element) {
      if (node.getAttribute('contenteditable') === 'false') return;
      const inline = node.matches(INLINE);
      if (!inline) endLine();
      node.childNodes.forEach(visit);
      if (!inline) endLine();
    }
  };
  host.childNodes.forEach(visit);
  endLine();
  return lines.length === 0 ? [[[host, 0]]] : lines;
}

const indexOf = (node: ChildNode): number => [...(node.parentNode?.childNodes ?? [])].indexOf(node);

type Granularity = 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary';

/** `Selection.modify`, as Chromium has it where lines are not wrapped. */
export function modify(
  this: Selection,
  alter: 'move' | 'extend',
  direction: 'forward' | 'backward' | 'left' | 'right',
  granularity: Granularity,
): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = this;
  const host = hostOf(focusNode);
  if (anchorNode === null || focusNode === null || host === null) return;
  const forward = direction === 'forward' || direction === 'right';
  if (alter === 'move' && granularity === 'character' && !this.isCollapsed) {
    if (forward) this.collapseToEnd();
    else this.collapseToStart();
    return;
  }
  const [node, offset] = placeBeside(linesOf(host), [focusNode, focusOffset], forward, granularity);
  if (alter === 'extend') this.setBaseAndExtent(anchorNode, anchorOffset, node, offset);
  else this.collapse(node, offset);
}

function placeBeside(
  lines: Stop[][],
  from: Stop,
  forward: boolean,
  granularity: Granularity,
): Stop {
  const [row, column] = find(lines, from);
  const line = lines[row] as Stop[];
  const next = lines[row + (forward ? 1 : -1)];
  const [first, last] = [line[0] as Stop, line.at(-1) as Stop];
  const end = forward ? last : first;
  if (granularity === 'lineboundary') return end;
  if (granularity === 'documentboundary') return lines.flat().at(forward ? -1 : 0) as Stop;
  if (granularity === 'line') {
    return next?.[Math.min(column, next.length - 1)] ?? (line[column] as Stop);
  }
  if (line[column] === end) return (forward ? next?.[0] : next?.at(-1)) ?? end;
  if (granularity === 'character') return line[column + (forward ? 1 : -1)] as Stop;
  let at = column;
  const step = forward ? 1 : -1;
  const isWord = (): boolean => /[\p{L}\p{N}_]/u.test(letterBeside(line, at, forward));
  while (!isWord() && line[at] !== end) at += step;
  while (isWord() && line[at] !== end) at += step;
  return line[at] as Stop;
}

/** The letter that a step from this place goes over. */
function letterBeside(line: readonly Stop[], column: number, forward: boolean): string {
  const [node, offset] = line[column + (forward ? 1 : 0)] ?? [];
  return node instanceof Text && offset !== undefined ? node.data.slice(0, offset).slice(-1) : '';
}

/** The line and the column of a place; of one that is no stop, those of the nearest. */
function find(lines: readonly Stop[][], [node, offset]: Stop): [row: number, column: number] {
  for (const [row, line] of lines.entries()) {
    const column = line.findIndex((stop) => stop[0] === node && stop[1] === offset);
    if (column !== -1) return [row, column];
  }
  const child = node.childNodes[offset - 1];
  const before = node instanceof Text || lines.flat().some(([stop]) => child?.contains(stop));
  const place = document.createRange();
  place.setStart(node, offset);
  const all = lines.flatMap((line, row) => line.map((stop, column) => ({ stop, row, column })));
  const earlier = all.filter(({ stop }) => place.comparePoint(...stop) < 0);
  const found = (before ? earlier.at(-1) : all[earlier.length]) ?? all.at(-1);
  return [found?.row ?? 0, found?.column ?? 0];
}
