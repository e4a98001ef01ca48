//! Against a real OpenID provider and a real mail server: `./test` starts them and says where they are.
