// SPDX-License-Identifier: EUPL-1.2
/** What tests of every module share: a real PostgreSQL, the shared material. */
@NullMarked
package org.stadttor.testing;

import org.jspecify.annotations.NullMarked;
