/**
 * Why a goal is not reached, as far as it was found out; the page of speeds prints it under a run that fell short. What
 * the causes are was seen in profiles: docs/decisions/0061 and 0062.
 */
export const reasons: Readonly<Record<string, string>> = {
  'largest paint (LCP)':
    'One file is enough for the first paint, as for the limit; it holds the style of the whole design and help, language and device beside the question. On a processor slowed 4 times, style and layout of that first frame take some 80 ms.',
  'the first question takes input':
    'It follows the first paint: the press itself needs no more than half a kB. What the first paint loses stays lost here.',
  'the app answers: Continue has led on':
    'The second question needs the code of the form: 83 kB, much of it react-hook-form, xstate, zod and the words of the questions. It is asked for once the first answer is painted, takes 0.4 s on this line, and more to be read and run on the slowed processor. A second page without it would be exchanged while somebody types (decision 61).',
  'page advance, median': 'See the p95 of page advance.',
  'page advance, p95':
    'The limit shows and hides what is there; here the next page is made, and the largest hold lists with a combobox or a table of tiles. No single cause is left in the profile: making and comparing elements, react-hook-form, xstate, then layout of a richer page.',
  'keystroke to paint, median':
    'A key changes nothing but the input; the count of what is left and the copy that is kept wait. Rounds differ by more than what is missing.',
  'main-thread work for the whole form':
    'As for page advance; and this is the only one that encrypts, keeps and saves a draft, walks the whole way through the form with every answer, and checks each page.',
  'JavaScript heap, everything answered':
    'Answers are next to nothing. Machine code is 1.4 MB, bytecode and what the engine learns of it 1 MB, shapes of objects 0.4 MB: fewer libraries would be less, nothing else found would.',
  'Forms, 1 at once, of the engine alone':
    'Out of reach on a disk that syncs in a third of a millisecond: passing through HTTP and writing one row leave less than the goal, with nothing done in between (last line of the table). A form takes about 1.3 ms of the thread.',
  'Forms, 64 at once, of the engine alone':
    'Groups share their syncs, so that the one thread is the limit: parse, walk, screen, seal under an own key, twelve statements, audit, about 1.3 ms a form, where the goal leaves what the line under the table says. A worker would take a third of it off at most (decision 62).',
  'Forms, 64 at once, 2 ms added to each sync':
    'The syncs no longer count (the same forms a second as without the 2 ms); the thread does, as above.',
};
