/** What a program of ours needs of the surroundings, and no setting of whoever runs the tests. */
export const bareEnvironment = (): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  // What it compiled is kept between starts: a test starts it many times.
  ...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
});
