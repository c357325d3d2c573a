// SPDX-License-Identifier: EUPL-1.2
/** Warnings by webhook. */
@NullMarked
package org.stadttor.idp.keywarning.net;

import org.jspecify.annotations.NullMarked;
