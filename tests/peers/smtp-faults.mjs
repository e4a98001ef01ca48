// A mail server on its bad days, on loopback: smtp-faults.mjs PORT LIST-PORT. The name before the @ says what happens:
//   grijs  451 the first time, as greylisting does        weg    550, nobody is called so
//   vol    452 the first two times, a mailbox that is full groot  552 after the whole letter
//   breek  keeps the letter and hangs up before it says so, the first time
// What was kept is listed at http://127.0.0.1:LIST-PORT/ as JSON: to whom, and the identity of the letter.
import { createServer } from 'node:http'
import { SMTPServer } from 'smtp-server'

const [port, listPort] = process.argv.slice(2).map(Number)
const kept = []
const tries = new Map()
const no = (code, text) => Object.assign(new Error(text), { responseCode: code })
const count = (key) => tries.set(key, (tries.get(key) ?? 0) + 1).get(key)

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo({ address }, session, done) {
    if (address.startsWith('weg')) return done(no(550, '5.1.1 nobody is called so'))
    if (address.startsWith('grijs') && count(address) === 1) return done(no(451, '4.7.1 greylisted'))
    if (address.startsWith('vol') && count(address) <= 2) return done(no(452, '4.2.2 mailbox full'))
    done()
  },
  onData(stream, session, done) {
    let text = ''
    stream.on('data', (part) => (text += part))
    stream.on('end', () => {
      const to = session.envelope.rcptTo[0].address
      if (to.startsWith('groot')) return done(no(552, '5.3.4 too big'))
      kept.push({ to, id: /^message-id: *(.*)$/im.exec(text)?.[1].trim() })
      if (!to.startsWith('breek') || count(to) > 1) return done()
      for (const one of server.connections) if (one.id === session.id) one._socket.destroy()
    })
  },
})
server.on('error', () => {})
server.listen(port, '127.0.0.1')

createServer((_, answer) => answer.end(JSON.stringify(kept))).listen(listPort, '127.0.0.1')
