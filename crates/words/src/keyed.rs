//! Enums whose variants are called by one word of their own.

/// Makes enums of which each variant has one word: in the database, in forms, in files, and in the names of texts.
///
/// The crate that uses it depends on `serde`.
///
/// ```
/// words::keyed! {
///     /// Primary or secondary.
///     Sector {
///         /// Primary.
///         Po = "po",
///         /// Secondary.
///         Vo = "vo",
///     }
/// }
/// assert_eq!(Sector::Po.key(), "po");
/// assert_eq!(Sector::from_key("vo"), Some(Sector::Vo));
/// assert_eq!(Sector::ALL.len(), 2);
/// ```
#[macro_export]
macro_rules! keyed {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $key:literal,)* })*) => { $(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$of])* #[serde(rename = $key)] $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word in the database, in forms and in the names of texts.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }

            /// By that word.
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$variant),)* _ => None }
            }
        }
    )* };
}
