// SPDX-License-Identifier: EUPL-1.2
/** Publishing Token Status Lists. */
@NullMarked
package org.stadttor.sandbox.statuslist;

import org.jspecify.annotations.NullMarked;
