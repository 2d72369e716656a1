/** Whether a condition holds; `textsOf` gives what stands in an input, as a list. */
export function holds(when, textsOf) {
  if (!when) return true;
  if (when.all) return when.all.every((one) => holds(one, textsOf));
  if (when.any) return when.any.some((one) => holds(one, textsOf));
  const texts = when.of.flatMap(textsOf);
  if (when.is)
    return texts.length === 0 ? when.is.includes(null) : texts.some((one) => when.is.includes(one));
  if (when.above !== undefined) return texts.some((one) => Number(one) > when.above);
  return texts.length >= when.count;
}
