// A PDS and a directory of identities, on loopback: server.mjs PORT PLC-PORT FOLDER
import { mkdirSync } from 'node:fs'
import { Server } from 'node:net'
import { randomBytes } from 'node:crypto'
import { PDS, envToCfg, envToSecrets } from '@atproto/pds'
import plc from '@did-plc/server'

const [port, plcPort, folder] = process.argv.slice(2)
mkdirSync(`${folder}/blobs`, { recursive: true })

// Both would listen to the whole network.
const listen = Server.prototype.listen
Server.prototype.listen = function (first, ...rest) {
  const then = rest.filter((one) => typeof one === 'function')
  return typeof first === 'object' && first ? listen.call(this, { ...first, host: '127.0.0.1' }, ...then) : listen.call(this, { port: Number(first), host: '127.0.0.1' }, ...then)
}

const directory = plc.PlcServer.create({ db: plc.Database.mock(), port: Number(plcPort) })
await directory.start()

const env = {
  devMode: true,
  hostname: 'localhost',
  port: Number(port),
  dataDirectory: folder,
  blobstoreDiskLocation: `${folder}/blobs`,
  didPlcUrl: `http://localhost:${plcPort}`,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  disableSsrfProtection: true,
  adminPassword: randomBytes(16).toString('hex'),
  jwtSecret: randomBytes(16).toString('hex'),
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
}
const pds = await PDS.create(envToCfg(env), envToSecrets(env))
await pds.start()
process.on('SIGTERM', () => process.exit(0))
