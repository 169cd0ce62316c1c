//! The bundled data pass every check.

use duibiao::data::{BUILTIN, load};

#[test]
fn the_bundled_data_load_without_a_complaint() {
    if let Err(error) = load(BUILTIN) {
        panic!("{} problems:\n{error}", error.problems().len());
    }
}
