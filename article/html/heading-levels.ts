import type { Element } from 'hast';
import { SIDEBAR_KINDS } from '../kinds.ts';
import { classesOf, hasClass, textOf } from './classes.ts';
import type { PageWords } from './words.ts';

/** Elements that may have headings in them, besides those that have one as their title. */
const WITH_HEADINGS = new Set(['header', 'div', 'aside', 'footer', 'figure', 'blockquote']);

/**
 * Makes the changes that need the whole article at hand, in place: heading levels never skip one (a
 * crosshead whose level had to change keeps the writer's as a class), and each sidebar gets a name
 * of its own.
 */
export function settleOutline(article: Element, words: PageWords): void {
  new Outline(words).settle(article, false);
}

class Outline {
  private readonly words: PageWords;
  private readonly names = new Set<string>();
  private level = 0;

  constructor(words: PageWords) {
    this.words = words;
  }

  settle(parent: Element, inTitled: boolean): void {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const level = /^h[1-6]$/u.test(child.tagName) ? Number(child.tagName[1]) : undefined;
      if (level !== undefined) this.heading(child, level, inTitled);
      else if (hasClass(child, 'sidebar')) this.sidebar(child);
      else if (WITH_HEADINGS.has(child.tagName)) this.settle(child, inTitled);
    }
  }

  private heading(heading: Element, writers: number, inTitled: boolean): void {
    const isTitle = hasClass(heading, 'sidebar-title');
    const wanted = inTitled && !isTitle ? writers + 1 : writers;
    this.level = Math.min(wanted, this.level + 1);
    if (this.level === writers) return;
    heading.tagName = `h${this.level}`;
    if (!isTitle) heading.properties.className = [`crosshead-${writers}`];
  }

  private sidebar(aside: Element): void {
    const [title] = aside.children;
    if (title?.type === 'element' && hasClass(title, 'sidebar-title')) {
      const name = textOf(title);
      const label = this.uniqueName(name);
      if (label === name) {
        const id = `sidebar-${this.names.size}`;
        title.properties.id = id;
        aside.properties.ariaLabelledBy = [id];
      } else {
        aside.properties.ariaLabel = label;
      }
      this.settle(aside, true);
    } else {
      const kind = SIDEBAR_KINDS.find((name) => classesOf(aside).includes(name)) ?? 'factbox';
      aside.properties.ariaLabel = this.uniqueName(this.words[kind]);
      this.settle(aside, false);
    }
  }

  /** Landmarks are told apart by their names, so a second one of a name is numbered. */
  private uniqueName(name: string): string {
    let unique = name;
    for (let number = 2; this.names.has(unique.toLowerCase()); number += 1) {
      unique = `${name} (${number})`;
    }
    this.names.add(unique.toLowerCase());
    return unique;
  }
}
