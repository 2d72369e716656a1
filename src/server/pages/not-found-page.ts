import type { FastifyReply } from 'fastify';

/** Where the app was not built. Useful to somebody in danger too: it may be the only page of ours they reach. */
export const writeNotFoundPage = (reply: FastifyReply): FastifyReply =>
  reply.code(404).header('content-type', 'text/html; charset=utf-8').serializer(String).send(PAGE);

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Page not found</title>
</head>
<body>
<main>
<h1>We cannot find this page</h1>
<p>The address may have been copied only in part. <a href="/">Go to the start page</a>, or <a href="/help">get help now</a>.</p>
<h2>If you are in danger now</h2>
<p>Call <a href="tel:911">911</a>.</p>
<p>Call or text <a href="tel:988">988</a> to reach the 988 Suicide &amp; Crisis Lifeline, at any hour. It is free.</p>
<p lang="es">Si está en peligro ahora, llame al <a href="tel:911">911</a>. Para hablar con la Línea 988 de Prevención del
Suicidio y Crisis, llame al <a href="tel:988">988</a> y oprima 2, a cualquier hora. Es gratis.</p>
</main>
</body>
</html>
`;
