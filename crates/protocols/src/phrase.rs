//! A norm in plain phrases: who, doing what, when, unless. The phrases are those of forms and scenarios.

use norms::Vocabulary;
use norms::document::Norm;
use serde_json::Value as Json;
use words::Locale;

/// Says norms in one language.
pub(crate) struct Speaker<'a> {
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) locale: Locale,
}

impl Speaker<'_> {
    fn t(&self, key: &'static str) -> &'static str {
        crate::texts(self.locale).t(key)
    }

    /// The norm as one line.
    pub(crate) fn norm(&self, norm: &Norm) -> String {
        let Ok(policy) = norm.policy.to_json() else {
            return norm.id.clone();
        };
        let mut parts = Vec::new();
        parts.extend(self.role(policy.get("principal")));
        parts.extend(self.actions(policy.get("action")));
        parts.extend(self.other(policy.get("resource")));
        let mut line = parts.join(" · ");
        for condition in policy
            .get("conditions")
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
        {
            let word = match condition.get("kind").and_then(Json::as_str) {
                Some("unless") => self.t("norm-unless"),
                _ => self.t("norm-when"),
            };
            if let Some(body) = condition.get("body") {
                if !line.is_empty() {
                    line.push_str(", ");
                }
                line.push_str(word);
                line.push(' ');
                line.push_str(&self.say(body, true));
            }
        }
        if line.is_empty() {
            self.t("norm-always").to_owned()
        } else {
            line
        }
    }

    fn role(&self, scope: Option<&Json>) -> Option<String> {
        let id = scope?.pointer("/entity/id")?.as_str()?;
        Some(self.value("rollen", id))
    }

    fn other(&self, scope: Option<&Json>) -> Option<String> {
        let scope = scope?;
        let id = scope.pointer("/entity/id")?.as_str()?;
        match scope.pointer("/entity/type")?.as_str()? {
            "Rol" => Some(self.value("doelrollen", id)),
            kind => Some(self.value(&kind.to_lowercase(), id)),
        }
    }

    fn actions(&self, scope: Option<&Json>) -> Option<String> {
        let scope = scope?;
        let one = scope.pointer("/entity/id").and_then(Json::as_str);
        let many = scope
            .get("entities")
            .and_then(Json::as_array)
            .into_iter()
            .flatten();
        let keys = many.filter_map(|entity| entity.get("id")?.as_str());
        let mut labels = Vec::new();
        for key in one.into_iter().chain(keys) {
            let members = self.vocabulary.actions.iter().filter(|action| {
                action.key == key || action.groups.iter().any(|group| group == key)
            });
            for action in members {
                let said = self.vocabulary.words(self.locale).action(&action.key);
                let label = said.map_or_else(|| action.key.clone(), |said| lower(&said.label));
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
        }
        (!labels.is_empty()).then(|| self.list(&labels, "or"))
    }

    /// An enumeration: a, b of c.
    pub(crate) fn list(&self, items: &[String], word: &'static str) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => format!("{} {} {last}", most.join(", "), self.t(word)),
        }
    }

    fn value(&self, fact: &str, value: &str) -> String {
        let said = self.vocabulary.words(self.locale).value(fact, value);
        said.map_or_else(|| value.to_owned(), |said| said.phrase.clone())
    }

    fn fact(&self, key: &str, is: bool) -> String {
        let words = self.vocabulary.words(self.locale).fact(key);
        let phrase = words.and_then(|words| {
            if is {
                words.yes.clone()
            } else {
                words.no.clone()
            }
        });
        phrase.unwrap_or_else(|| {
            if is {
                key.to_owned()
            } else {
                format!("{} {key}", self.t("norm-not"))
            }
        })
    }

    /// An expression; `is` is false under a negation.
    fn say(&self, body: &Json, is: bool) -> String {
        let Some((operator, arguments)) = body.as_object().and_then(|map| map.iter().next()) else {
            return String::new();
        };
        let (left, right) = (arguments.get("left"), arguments.get("right"));
        match operator.as_str() {
            "!" => arguments
                .get("arg")
                .map_or_else(String::new, |inner| self.say(inner, !is)),
            "&&" | "||" => self.joined(left, right, is, (operator == "&&") == is),
            "." => arguments
                .get("attr")
                .and_then(Json::as_str)
                .map_or_else(String::new, |key| self.fact(key, is)),
            "==" => self.choice(left, right, is),
            "!=" => self.choice(left, right, !is),
            "in" => self.membership(left, right, is),
            "containsAll" => self.consent(left, is),
            "isEmpty" => self.negated(self.value("herkenbaar", "niemand"), is),
            "contains" => self.negated(self.value("herkenbaar", "ik"), is),
            _ => "…".to_owned(),
        }
    }

    fn joined(&self, left: Option<&Json>, right: Option<&Json>, is: bool, both: bool) -> String {
        let say =
            |side: Option<&Json>| side.map_or_else(String::new, |inner| self.side(inner, is, both));
        format!(
            "{} {} {}",
            say(left),
            self.t(if both { "and" } else { "or" }),
            say(right)
        )
    }

    /// Brackets where "and" and "or" meet, for they read ambiguously otherwise.
    fn side(&self, inner: &Json, is: bool, both: bool) -> String {
        let other = match inner
            .as_object()
            .and_then(|map| map.keys().next())
            .map(String::as_str)
        {
            Some("&&") => is != both,
            Some("||") => is == both,
            _ => false,
        };
        let said = self.say(inner, is);
        if other { format!("({said})") } else { said }
    }

    fn choice(&self, left: Option<&Json>, right: Option<&Json>, is: bool) -> String {
        let entity = [left, right]
            .into_iter()
            .flatten()
            .find_map(|side| side.pointer("/Value/__entity"));
        let Some(id) = entity.and_then(|entity| entity.get("id")?.as_str()) else {
            return "…".to_owned();
        };
        let kind = entity
            .and_then(|entity| entity.get("type")?.as_str())
            .unwrap_or_default();
        self.negated(self.value(&kind.to_lowercase(), id), is)
    }

    fn membership(&self, left: Option<&Json>, right: Option<&Json>, is: bool) -> String {
        let about = left.and_then(|left| left.get("Var")?.as_str());
        let fact = if about == Some("resource") {
            "doelrollen"
        } else {
            "rollen"
        };
        let one = right.and_then(|right| right.pointer("/Value/__entity/id")?.as_str());
        let many = right
            .and_then(|right| right.get("Set")?.as_array())
            .into_iter()
            .flatten();
        let ids = one
            .into_iter()
            .chain(many.filter_map(|item| item.pointer("/Value/__entity/id")?.as_str()));
        let said: Vec<String> = ids.map(|id| self.value(fact, id)).collect();
        self.negated(self.list(&said, "or"), is)
    }

    fn consent(&self, left: Option<&Json>, is: bool) -> String {
        match left.and_then(|left| left.pointer("/./attr")?.as_str()) {
            Some(key) => self.fact(key, is),
            None => self
                .t(if is { "norm-only-me" } else { "norm-others" })
                .to_owned(),
        }
    }

    fn negated(&self, said: String, is: bool) -> String {
        if is {
            said
        } else {
            format!("{} {said}", self.t("norm-not"))
        }
    }
}

/// The first letter small, for a label in the middle of a line; `PR` stays `PR`.
pub(crate) fn lower(text: &str) -> String {
    let mut letters = text.chars();
    if letters.clone().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// The first letter large, for a label at the start of a line.
pub(crate) fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
