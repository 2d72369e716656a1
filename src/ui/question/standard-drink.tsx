import { useEntry } from '../entry.tsx';
import { uiWords } from '../words/words.ts';

/** What counts as one drink, 14 g of alcohol in the United States: in a picture and in words. Source: NIAAA. */
export function StandardDrink() {
  const { drink } = uiWords[useEntry().locale];
  return (
    <figure className="drinks">
      <figcaption>{drink.title}</figcaption>
      <ul className="drink-list">
        <li>
          <svg viewBox="0 0 48 64" aria-hidden="true" focusable="false">
            <path className="liquid" d="M10 20h22l-2 36H12z" />
            <path className="glass" d="M8 12h26l-3 46H11z M33 20h6a5 5 0 0 1 5 5v12a6 6 0 0 1-6 6h-6" />
          </svg>
          <span>{drink.beer}</span>
        </li>
        <li>
          <svg viewBox="0 0 48 64" aria-hidden="true" focusable="false">
            <path className="liquid" d="M13 20h22c0 9-4 14-11 14s-11-5-11-14z" />
            <path className="glass" d="M13 8h22v12c0 9-4 14-11 14s-11-5-11-14z M24 34v22 M15 58h18" />
          </svg>
          <span>{drink.wine}</span>
        </li>
        <li>
          <svg viewBox="0 0 48 64" aria-hidden="true" focusable="false">
            <path className="liquid" d="M15 40h18l-2 16H17z" />
            <path className="glass" d="M12 26h24l-4 32H16z" />
          </svg>
          <span>{drink.liquor}</span>
        </li>
      </ul>
    </figure>
  );
}
