//! Roles that follow from the roster.

use jiff::civil::Date;
use store::{Tx, params};
use words::{PersonId, Role};

/// Somebody who fills this role by the roster on a day; nobody for a role that is given.
pub async fn somebody(tx: &mut Tx, role: Role, today: Date) -> anyhow::Result<Option<PersonId>> {
    let sql = match role {
        Role::Leerling => {
            "SELECT pupil AS person FROM enrolment WHERE board = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2) \
             ORDER BY from_day, pupil LIMIT 1"
        }
        Role::Ouder => {
            "SELECT guardian AS person FROM guardianship WHERE board = $1 AND from_day <= $2 \
             AND (until_day IS NULL OR until_day >= $2) AND authority = 'ja' AND confirmed_at IS NOT NULL ORDER BY guardian LIMIT 1"
        }
        Role::Mentor => {
            "SELECT person FROM membership WHERE board = $1 AND part = 'mentor' AND from_day <= $2 \
             AND (until_day IS NULL OR until_day >= $2) ORDER BY person LIMIT 1"
        }
        Role::Leraar => {
            "SELECT person FROM membership WHERE board = $1 AND part = 'leraar' AND from_day <= $2 \
             AND (until_day IS NULL OR until_day >= $2) ORDER BY person LIMIT 1"
        }
        _ => return Ok(None),
    };
    let row = tx.maybe(sql, params![today]).await?;
    row.map(|row| row.get("person")).transpose()
}
