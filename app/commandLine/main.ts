import { Command } from 'commander'
import { auditVerify } from './auditVerify.ts'
import { dbMove } from './dbMove.ts'
import { demo } from './demo.ts'
import { emdnLoad } from './emdnLoad.ts'
import { eraseAddress } from './eraseAddress.ts'
import { fanOut } from './fanOut.ts'
import { replay } from './replay.ts'
import { sentenceOf } from './sentences.ts'
import { start } from './start.ts'

const program = new Command('musubi').description('From a signed memorandum to a working alliance.').addHelpText(
  'after',
  `
Settings come from the environment:
  PORT                  port to listen on (3000)
  HOST                  address to listen on (127.0.0.1)
  MUSUBI_DATA           folder of the embedded database (./data)
  DATABASE_URL          postgres://… uses that server instead
  MUSUBI_ORIGIN         the address people use, e.g. https://musubi.example.org
  MUSUBI_SECRET         protects the keys kept in the database; required with DATABASE_URL
  SMTP_URL              smtp://… sends mail; without it messages wait in the outbox
  MUSUBI_MAIL_FROM      the sender of mails
  MUSUBI_TIMESTAMP_URL  an RFC 3161 time-stamp service; without it the built-in trial service
  MUSUBI_OPERATOR       mail address of the first operator, made when there is none
  MUSUBI_TIMESTAMP_ROOTS  PEM file with the roots of that service
  MUSUBI_LIVE_ORIGIN    the address at which browsers reach “musubi fan-out”
  MUSUBI_LIVE_PORT      port of “musubi fan-out” (3001)
  MUSUBI_VIEWERS_PER_ADDRESS  boards followed at once from one network address (500)
  ZOOM_ACCOUNT_ID       makes webinars in this account of Zoom (server-to-server OAuth), together with
  ZOOM_CLIENT_ID        and
  ZOOM_CLIENT_SECRET    of the app there
  ZOOM_WEBHOOK_SECRET   its secret token: believes what Zoom tells of who came, at /webhooks/zoom
  ZOOM_HOST             mail address of the user who hosts the webinars (the owner of the app)
  MUSUBI_MAIL_IN        smtp://127.0.0.1:2525 takes in mails to offices, from a mail server before it
  MUSUBI_MAIL_IN_DOMAIN  what stands behind the @ of their addresses
  MUSUBI_LOG            info or silent

Examples:
  npm start                            the real case, on the embedded database
  npm start -- --empty                 nothing in it
  npm run demo -- --out /tmp/signed    the main job without a browser
  node bin/musubi.mjs replay examples/magia-kobe --speed 20    the ceremony, in two minutes`,
)

program
  .command('start')
  .description('start Musubi and print its address')
  .option('--empty', 'do not load the real case')
  .option('--demo', 'load the real case as a demonstration, also on PostgreSQL')
  .action(start)

program
  .command('demo')
  .description('draft, approve, sign, seal and verify the real case, and leave the results in a folder')
  .requiredOption('--out <folder>', 'where to write mou.pdf, verification.json, audit.jsonl and trust-root.pem')
  .action(demo)

program
  .command('replay')
  .description('replay the ceremony of an example, live in the browser, on a throw-away database')
  .argument('<example>', 'examples/magia-kobe')
  .option('--speed <times>', 'how many times faster than the afternoon was', '20')
  .action(replay)

program
  .command('fan-out')
  .description('deliver the boards of ceremonies to many viewers, beside the web processes (PostgreSQL only)')
  .action(fanOut)

const audit = program.command('audit').description('the activity record')
audit
  .command('verify')
  .description('recompute every chain and compare it with its time-stamped heads')
  .option('--export <file>', 'compare an exported record (audit.jsonl) with the database')
  .action(auditVerify)

const emdn = program.command('emdn').description('the European nomenclature of medical devices')
emdn
  .command('load')
  .description('load the official workbook, in place of what was loaded before')
  .argument('<workbook>', 'the XLSX file that the European Commission publishes')
  .action(emdnLoad)

program
  .command('erase')
  .description('erase somebody without an account who asked for it: as contact person, and mails')
  .argument('<address>', 'their mail address')
  .action(eraseAddress)

const database = program.command('db').description('the database')
database
  .command('move')
  .description('copy the embedded database to the empty PostgreSQL named by DATABASE_URL')
  .action(dbMove)

try {
  await program.parseAsync()
} catch (error) {
  // What people can act on is one sentence; anything else is our bug and comes with its trace.
  const sentence = sentenceOf(error)
  console.error(sentence ?? error)
  process.exit(sentence ? 2 : 1)
}
